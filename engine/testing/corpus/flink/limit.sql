-- form: limit
-- expect: UNSUPPORTED_LIMIT
SELECT zone, fare FROM rides LIMIT 10;
