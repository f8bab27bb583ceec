-- form: hopping
-- expect: runs
SELECT zone, window_start, window_end, COUNT(*) AS n FROM HOP(rides, ts, INTERVAL '1' MINUTE, INTERVAL '5' MINUTE) GROUP BY zone, window_start, window_end;
