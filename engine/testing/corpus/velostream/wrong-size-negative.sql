-- form: wrong-window-length
-- expect: SYNTAX_WINDOW_LENGTH
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(-5m);
