-- form: filter
-- expect: runs
SELECT window_start, window_end, COUNT(*) FILTER (WHERE fare > 50) AS dear FROM TUMBLE(rides, ts, INTERVAL '1 minute') GROUP BY window_start, window_end;
