-- form: union
-- expect: UNSUPPORTED_SET_OPERATION
SELECT driver FROM rides UNION SELECT driver FROM tips;
