-- form: union-all
-- expect: UNSUPPORTED_SET_OPERATION
(SELECT driver FROM rides WHERE fare > 10) UNION ALL (SELECT driver FROM tips LIMIT 5);
