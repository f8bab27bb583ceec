-- form: group-by-global
-- expect: runs
SELECT COUNT(*) AS n FROM rides;
