-- form: group-by
-- expect: runs
SELECT COUNT(*) AS n FROM rides GROUP BY zone, driver;
