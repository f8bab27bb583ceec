-- form: demo-shop
-- expect: runs
SELECT customer, SUM(amount) AS spent, CASE WHEN SUM(amount) > 10000 THEN 'VIP' WHEN SUM(amount) > 1000 THEN 'premium' ELSE 'standard' END AS tier
FROM orders GROUP BY customer WINDOW TUMBLING(1h);
