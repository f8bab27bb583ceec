-- form: wrong-types
-- expect: TYPE_MISMATCH
SELECT NOT fare AS x FROM rides;
