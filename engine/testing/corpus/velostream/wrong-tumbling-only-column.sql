-- form: wrong-window-arguments
-- expect: SYNTAX_WINDOW_ARGUMENT
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(ts);
