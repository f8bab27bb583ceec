-- form: tumble-retracting
-- expect: runs
SELECT zone, window_start, COUNT(*) AS n FROM TUMBLE(rides, ts, INTERVAL '1 minute') GROUP BY zone, window_start;
