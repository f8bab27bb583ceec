-- form: wrong-types
-- expect: TYPE_MISMATCH
SELECT CASE WHEN shared THEN fare ELSE zone END AS x FROM rides;
