-- form: subquery-in
-- expect: UNSUPPORTED_SUBQUERY
SELECT zone, fare FROM rides WHERE driver NOT IN (SELECT driver FROM tips);
