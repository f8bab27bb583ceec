-- form: wrong-window-arguments
-- expect: SYNTAX_WINDOW_ARGUMENT
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(SIZE 5 MINUTES, ADVANCE BY 1 MINUTE);
