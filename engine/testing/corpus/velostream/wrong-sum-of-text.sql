-- form: wrong-types
-- expect: TYPE_MISMATCH
SELECT zone, SUM(driver) AS x FROM rides GROUP BY zone;
