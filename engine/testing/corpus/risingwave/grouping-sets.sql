-- form: grouping-sets
-- expect: UNSUPPORTED_GROUPING_SETS
SELECT zone, driver, COUNT(*) AS n FROM rides GROUP BY GROUPING SETS ((zone), (driver), ());
