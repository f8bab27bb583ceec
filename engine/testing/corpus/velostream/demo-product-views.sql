-- form: demo-shop
-- expect: runs
SELECT region, COUNT(CASE WHEN paid THEN 1 END) AS bought, COUNT(CASE WHEN NOT paid THEN 1 END) AS looked FROM orders GROUP BY region WINDOW TUMBLING(30m);
