-- form: having
-- expect: runs
SELECT zone, window_start, window_end, COUNT(*) AS n FROM TUMBLE(rides, ts, INTERVAL '1 minute') GROUP BY zone, window_start, window_end HAVING COUNT(*) > 3;
