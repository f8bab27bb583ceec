-- form: subquery-in
-- expect: UNSUPPORTED_SUBQUERY
SELECT zone, fare FROM rides WHERE driver IN (SELECT driver FROM tips);
