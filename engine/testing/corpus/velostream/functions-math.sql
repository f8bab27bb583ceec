-- form: functions-math
-- expect: runs
SELECT ABS(fare) AS a, ROUND(fare, 1) AS b, ROUND(distance) AS c, CEIL(distance) AS d, CEILING(distance) AS e, FLOOR(distance) AS f, SQRT(distance) AS g, POWER(distance, 2) AS h, POW(2, 3) AS i, MOD(passengers, 2) AS j, LEAST(1, passengers) AS k, GREATEST(1, passengers) AS l FROM rides;
