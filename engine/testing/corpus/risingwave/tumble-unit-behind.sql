-- form: tumbling-duration
-- expect: runs
SELECT zone, window_start, window_end, COUNT(*) AS n FROM TUMBLE(rides, ts, INTERVAL '1' MINUTE) GROUP BY zone, window_start, window_end;
