-- form: wrong-names
-- expect: UNKNOWN_TYPE
-- fixed: runs
SELECT CAST(fare AS STRNG) AS x FROM rides;
