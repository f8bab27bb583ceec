-- form: limit
-- expect: UNSUPPORTED_LIMIT
SELECT zone, fare FROM rides FETCH FIRST 3 ROWS ONLY;
