-- form: where
-- expect: runs
SELECT window_start, window_end, COUNT(*) AS n FROM TUMBLE(rides, ts, INTERVAL '1 minute') WHERE fare > 5 GROUP BY window_start, window_end;
