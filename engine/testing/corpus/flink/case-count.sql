-- form: case
-- expect: runs
SELECT window_start, window_end, SUM(CASE WHEN fare > 50 THEN 1 ELSE 0 END) AS dear FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
