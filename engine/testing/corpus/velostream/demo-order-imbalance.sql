-- form: demo-orders
-- expect: runs
SELECT symbol, SUM(quantity) AS all_of_it, SUM(CASE WHEN side = 'BUY' THEN quantity ELSE 0 END) AS bought
FROM trades GROUP BY symbol WINDOW TUMBLING(1m)
HAVING SUM(quantity) > 10000 AND SUM(CASE WHEN side = 'BUY' THEN quantity ELSE 0 END) / SUM(quantity) > 0.7;
