-- form: wrong-emit
-- expect: SYNTAX_EMIT
SELECT window_start, window_end, COUNT(*) AS n FROM TUMBLE(rides, ts, INTERVAL '5 minutes') GROUP BY window_start, window_end EMIT ON WINDOW;
