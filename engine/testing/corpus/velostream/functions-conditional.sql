-- form: functions-conditional
-- expect: runs
SELECT COALESCE(zone, driver, 'nowhere') AS a, NULLIF(zone, '') AS b FROM rides;
