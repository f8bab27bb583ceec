-- form: aggregates
-- expect: runs
SELECT zone, STRING_AGG(driver, ', ') AS a, GROUP_CONCAT(driver) AS b, LISTAGG(driver, ';') AS c, COLLECT(driver) AS d FROM rides GROUP BY zone WINDOW TUMBLING(1m);
