-- form: wrong-clause-order
-- expect: SYNTAX_CLAUSE_ORDER
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone EMIT CHANGES WINDOW TUMBLING(1m);
