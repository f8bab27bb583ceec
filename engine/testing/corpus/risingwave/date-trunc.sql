-- form: functions-time
-- expect: UNSUPPORTED_PRESET
-- expect-under-velostream: runs
SELECT DATE_TRUNC('hour', ts) AS hour, COUNT(*) AS n FROM rides GROUP BY DATE_TRUNC('hour', ts);
