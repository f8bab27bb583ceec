-- form: functions-text
-- expect: runs
SELECT UPPER(zone) AS a, LOWER(zone) AS b, SUBSTRING(zone, 2) AS c, SUBSTRING(zone, 2, 3) AS d, REPLACE(zone, 'a', 'b') AS e, TRIM(zone) AS f, LTRIM(zone) AS g, RTRIM(zone) AS h, LENGTH(zone) AS i, LEN(zone) AS j, CONCAT(zone, '-', driver) AS k, LEFT(zone, 2) AS l, RIGHT(zone, 2) AS m FROM rides;
