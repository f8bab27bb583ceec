-- form: top-n
-- expect: UNSUPPORTED_PLAIN_SELECT
SELECT zone, fare FROM rides ORDER BY fare DESC LIMIT 3;
