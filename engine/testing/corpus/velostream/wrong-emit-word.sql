-- form: wrong-emit
-- expect: SYNTAX_EMIT
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m) EMIT INVALID;
