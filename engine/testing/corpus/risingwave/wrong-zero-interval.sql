-- form: wrong-window-length
-- expect: SYNTAX_WINDOW_LENGTH
SELECT window_start, window_end, COUNT(*) AS n FROM TUMBLE(rides, ts, INTERVAL '0 minutes') GROUP BY window_start, window_end;
