-- form: wrong-names
-- expect: UNKNOWN_STREAM
-- fixed: runs
SELECT x.zone FROM rides r;
