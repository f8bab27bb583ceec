-- form: subquery-in
-- expect: UNSUPPORTED_PLAIN_SELECT
SELECT zone, fare FROM rides WHERE driver IN (SELECT driver FROM tips);
