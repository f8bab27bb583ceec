-- form: functions-text
-- expect: runs
SELECT UCASE(zone) AS a, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) WHERE LCASE(zone) LIKE 'n%' AND LEN(zone) > 3 GROUP BY UCASE(zone) EMIT CHANGES;
