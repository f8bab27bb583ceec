-- form: top-n
-- expect: UNSUPPORTED_ORDER_BY
SELECT zone, fare FROM rides ORDER BY fare DESC LIMIT 3;
