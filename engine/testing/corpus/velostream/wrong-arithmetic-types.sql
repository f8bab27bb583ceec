-- form: wrong-types
-- expect: TYPE_MISMATCH
SELECT zone + 1 AS x FROM rides;
