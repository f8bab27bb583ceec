-- form: wrong-types
-- expect: TYPE_MISMATCH
SELECT -zone AS x FROM rides;
