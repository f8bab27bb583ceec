-- form: count-distinct
-- expect: runs
SELECT zone, COUNT_DISTINCT(driver) AS exact, APPROX_COUNT_DISTINCT(driver) AS about FROM rides GROUP BY zone WINDOW TUMBLING(1m);
