-- form: grouping-sets
-- expect: UNSUPPORTED_PRESET
-- expect-under-velostream: UNSUPPORTED_GROUPING_SETS
SELECT zone, driver, COUNT(*) AS n FROM rides GROUP BY GROUPING SETS ((zone), (driver), ());
