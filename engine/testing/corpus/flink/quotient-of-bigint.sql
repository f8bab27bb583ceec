-- form: division
-- expect: runs
SELECT window_start, window_end, SUM(quantity) / COUNT(*) AS mean FROM TABLE(TUMBLE(TABLE trades, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
