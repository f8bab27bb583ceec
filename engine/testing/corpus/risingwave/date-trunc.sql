-- form: functions-time
-- expect: runs
SELECT DATE_TRUNC('hour', ts) AS hour, COUNT(*) AS n FROM rides GROUP BY DATE_TRUNC('hour', ts);
