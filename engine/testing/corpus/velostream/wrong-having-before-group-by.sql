-- form: wrong-clause-order
-- expect: SYNTAX_CLAUSE_ORDER
SELECT zone, COUNT(*) AS n FROM rides HAVING COUNT(*) > 1 GROUP BY zone;
