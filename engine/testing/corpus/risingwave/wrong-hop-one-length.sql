-- form: wrong-window-arguments
-- expect: SYNTAX_WINDOW_ARGUMENT
SELECT window_start, window_end, COUNT(*) AS n FROM HOP(rides, ts, INTERVAL '5 minutes') GROUP BY window_start, window_end;
