-- form: order-by
-- expect: runs
-- notes: LIMIT_IS_GLOBAL
SELECT zone, SUM(fare) AS total FROM rides GROUP BY zone WINDOW TUMBLING(1h) ORDER BY total DESC LIMIT 3;
