-- form: aggregates-order-by
-- expect: runs
SELECT zone, window_start, window_end, STRING_AGG(driver, ',' ORDER BY fare DESC) AS best_first FROM TUMBLE(rides, ts, INTERVAL '1 minute') GROUP BY zone, window_start, window_end;
