-- form: tumble-retracting
-- expect: UNSUPPORTED_RETRACTING_WINDOW_GROUP
SELECT zone, window_start, COUNT(*) AS n FROM TUMBLE(rides, ts, INTERVAL '1 minute') GROUP BY zone, window_start;
