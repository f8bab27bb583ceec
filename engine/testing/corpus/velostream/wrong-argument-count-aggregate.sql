-- form: wrong-arguments
-- expect: WRONG_ARGUMENT_COUNT
SELECT zone, SUM(fare, 2) AS x FROM rides GROUP BY zone;
