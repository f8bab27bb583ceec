-- form: limit
-- expect: UNSUPPORTED_PLAIN_SELECT
SELECT zone, fare FROM rides LIMIT 10;
