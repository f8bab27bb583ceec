-- form: wrong-names
-- expect: UNKNOWN_COLUMN
-- fixed: runs
SELECT zoen FROM rides;
