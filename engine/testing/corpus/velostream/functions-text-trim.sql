-- form: functions-text-words
-- expect: runs
SELECT TRIM(LEADING '0' FROM zone) AS a, TRIM(TRAILING FROM zone) AS b, TRIM(zone) AS c FROM rides;
