-- form: group-by
-- expect: UNSUPPORTED_PRESET
-- expect-under-velostream: runs
SELECT driver, SUM(fare) AS total FROM rides GROUP BY driver;
