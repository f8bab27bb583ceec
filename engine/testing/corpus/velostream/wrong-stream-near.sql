-- form: wrong-names
-- expect: UNKNOWN_STREAM
-- fixed: runs
SELECT zone FROM ride;
