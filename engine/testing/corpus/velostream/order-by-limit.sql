-- form: order-by
-- expect: UNSUPPORTED_ORDER_BY
SELECT zone, SUM(fare) AS total FROM rides GROUP BY zone WINDOW TUMBLING(1h) ORDER BY total DESC LIMIT 3;
