-- form: functions-time
-- expect: runs
SELECT NOW() AS a, CURRENT_TIMESTAMP AS b, DATE_FORMAT(ts, '%Y-%m-%d %H:%M') AS c, DATEDIFF('minutes', ts, NOW()) AS d, FROM_UNIXTIME(0) AS e, UNIX_TIMESTAMP(ts) AS f FROM orders;
