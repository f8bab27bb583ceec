-- form: subquery-any-all
-- expect: UNSUPPORTED_SUBQUERY
SELECT zone FROM rides WHERE fare > ANY (SELECT amount FROM tips);
