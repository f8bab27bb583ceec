-- form: union-all
-- expect: UNSUPPORTED_SET_OPERATION
SELECT driver, fare AS money FROM rides UNION ALL SELECT driver, amount FROM tips;
