-- form: wrong-clause-order
-- expect: SYNTAX_CLAUSE_ORDER
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WHERE fare > 5 WINDOW TUMBLING(1m);
