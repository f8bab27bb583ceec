-- form: filter
-- expect: runs
SELECT window_start, window_end, COUNT(*) FILTER (WHERE fare > 50) AS dear FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
