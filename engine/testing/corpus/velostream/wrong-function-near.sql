-- form: wrong-names
-- expect: UNKNOWN_FUNCTION
-- fixed: runs
SELECT UPER(zone) AS x FROM rides;
