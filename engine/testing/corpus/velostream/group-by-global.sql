-- form: group-by-global
-- expect: runs
SELECT COUNT(*) AS n, SUM(fare) AS total FROM rides;
