-- form: wrong-clause-order
-- expect: SYNTAX_CLAUSE_ORDER
SELECT zone, COUNT(*) AS n FROM rides WINDOW TUMBLING(1m) GROUP BY zone;
