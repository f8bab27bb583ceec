-- form: wrong-duplicate-clause
-- expect: SYNTAX_DUPLICATE_CLAUSE
SELECT zone FROM rides WHERE fare > 5 WHERE shared;
