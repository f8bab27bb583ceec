-- form: emit-on-window-close
-- expect: runs
SELECT zone, window_start, window_end, COUNT(*) AS n FROM HOP(rides, ts, INTERVAL '1 minute', INTERVAL '5 minutes') GROUP BY zone, window_start, window_end EMIT ON WINDOW CLOSE;
