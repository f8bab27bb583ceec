-- form: limit
-- expect: UNSUPPORTED_LIMIT
SELECT zone, fare FROM rides WHERE fare > 10 LIMIT 5;
