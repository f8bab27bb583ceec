-- form: wrong-missing-part
-- expect: SYNTAX_EXPRESSION
SELECT zone FROM rides WHERE fare > GROUP BY zone;
