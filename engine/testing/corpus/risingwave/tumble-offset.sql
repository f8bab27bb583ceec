-- form: tumbling-offset
-- expect: runs
SELECT zone, window_start, window_end, COUNT(*) AS n FROM TUMBLE(rides, ts, INTERVAL '1 minute', INTERVAL '15 seconds') GROUP BY zone, window_start, window_end;
