-- form: order-by
-- expect: UNSUPPORTED_ORDER_BY
SELECT zone, fare FROM rides ORDER BY ts;
