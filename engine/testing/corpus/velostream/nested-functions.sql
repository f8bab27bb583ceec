-- form: functions-text
-- expect: runs
SELECT UPPER(TRIM(CONCAT(zone, ' ', COALESCE(driver, '-')))) AS line FROM rides;
