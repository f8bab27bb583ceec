-- form: wrong-types
-- expect: TYPE_MISMATCH
SELECT ABS(zone) AS x FROM rides;
