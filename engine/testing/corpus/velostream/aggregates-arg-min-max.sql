-- form: aggregates-arg
-- expect: runs
SELECT zone, ARG_MAX(driver, fare) AS richest, ARG_MIN(driver, fare) AS poorest FROM rides GROUP BY zone WINDOW TUMBLING(1m);
