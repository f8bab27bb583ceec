-- form: hopping-offset
-- expect: runs
SELECT zone, window_start, window_end, COUNT(*) AS n FROM HOP(rides, ts, INTERVAL '1 minute', INTERVAL '5 minutes', INTERVAL '30 seconds') GROUP BY zone, window_start, window_end;
