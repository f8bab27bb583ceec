-- form: wrong-arguments
-- expect: WRONG_ARGUMENT_COUNT
SELECT ABS(fare, 2) AS x FROM rides;
