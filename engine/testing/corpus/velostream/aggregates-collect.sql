-- form: aggregates-collect
-- expect: runs
SELECT zone, COLLECT_LIST(driver) AS all_of_them, COLLECT_SET(driver) AS different FROM rides GROUP BY zone WINDOW TUMBLING(1m);
