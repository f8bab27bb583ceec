-- form: json
-- expect: runs
SELECT window_start, window_end, MAX(JSON_VALUE(details, '$.age' RETURNING STRING)) AS oldest FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
