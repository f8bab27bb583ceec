-- form: wrong-trailing
-- expect: SYNTAX_UNEXPECTED
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(5m) please;
