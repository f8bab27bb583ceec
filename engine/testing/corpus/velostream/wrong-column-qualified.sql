-- form: wrong-names
-- expect: UNKNOWN_COLUMN
-- fixed: runs
SELECT r.zoen FROM rides r;
