-- form: aggregates-order-by
-- expect: runs
SELECT zone, STRING_AGG(driver, ',' ORDER BY fare DESC) AS best_first FROM rides GROUP BY zone WINDOW TUMBLING(1m);
