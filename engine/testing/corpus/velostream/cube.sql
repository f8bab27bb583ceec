-- form: grouping-sets
-- expect: UNSUPPORTED_GROUPING_SETS
SELECT zone, driver, COUNT(*) AS n FROM rides GROUP BY CUBE (zone, driver);
