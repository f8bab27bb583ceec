-- form: wrong-emit
-- expect: SYNTAX_EXPECTED
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone EMIT EVERY ROWS;
