-- form: functions-math
-- expect: runs
SELECT EXP(distance) AS a, LN(distance) AS b, LOG10(distance) AS c, SIGN(fare) AS d, TRUNCATE(distance, 1) AS e FROM rides;
