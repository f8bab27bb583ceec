-- form: aggregates-collect
-- expect: runs
SELECT zone, COLLECT_LIST(driver) AS all_of_them, COLLECT_SET(driver) AS different FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY zone EMIT CHANGES;
