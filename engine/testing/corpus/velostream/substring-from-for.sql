-- form: functions-text-words
-- expect: runs
SELECT SUBSTRING(zone FROM 2 FOR 3) AS part, TRIM(BOTH ' ' FROM zone) AS bare, POSITION('a' IN zone) AS at FROM rides;
