-- form: distinct
-- expect: runs
SELECT DISTINCT zone FROM rides;
