-- form: wrong-emit
-- expect: SYNTAX_EMIT
-- fixed: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m) EMIT CHANGE;
