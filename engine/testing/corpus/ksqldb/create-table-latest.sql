-- form: deduplicate
-- expect: runs
CREATE TABLE last_zone AS SELECT driver, LATEST_BY_OFFSET(zone) AS zone FROM rides GROUP BY driver;
