-- form: functions-time
-- expect: runs
SELECT FLOOR(ts TO HOUR) AS hour, CEIL(ts TO DAY) AS day FROM rides;
