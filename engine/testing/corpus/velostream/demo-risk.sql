-- form: demo-shop
-- expect: runs
SELECT order_id, CASE WHEN amount > 5000 AND JSON_VALUE(details, '$.method') = 'card' THEN 'high' WHEN amount > 2000 THEN 'medium' ELSE 'low' END AS risk FROM orders WHERE amount > 100;
