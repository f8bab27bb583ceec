-- form: wrong-names
-- expect: UNKNOWN_FUNCTION
SELECT FROBNICATE(zone) AS x FROM rides;
