-- form: order-by
-- expect: runs
SELECT zone, SUM(fare) AS total FROM rides GROUP BY zone WINDOW TUMBLING(1h) ORDER BY total DESC NULLS LAST, 1, MAX(fare);
