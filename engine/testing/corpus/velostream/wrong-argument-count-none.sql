-- form: wrong-arguments
-- expect: WRONG_ARGUMENT_COUNT
SELECT UPPER() AS x FROM rides;
