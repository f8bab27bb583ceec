-- form: subquery-any-all
-- expect: UNSUPPORTED_SUBQUERY
SELECT zone FROM rides WHERE fare >= ALL (SELECT amount FROM tips);
