-- form: create-table
-- expect: UNSUPPORTED_LIKE
CREATE TABLE visits LIKE rides;
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
