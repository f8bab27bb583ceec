-- form: wrong-window-arguments
-- expect: SYNTAX_WINDOW_ARGUMENT
SELECT driver, COUNT(*) AS n FROM rides GROUP BY driver WINDOW SESSION(INVALID);
