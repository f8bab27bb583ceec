-- form: wrong-clause-order
-- expect: SYNTAX_CLAUSE_ORDER
SELECT zone FROM rides ORDER BY zone WHERE fare > 5;
