-- form: wrong-window-arguments
-- expect: SYNTAX_EXPECTED
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(,);
