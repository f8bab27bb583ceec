-- form: group-by-expression
-- expect: runs
SELECT EXTRACT(HOUR FROM ts) AS hour, COUNT(*) AS n FROM rides GROUP BY EXTRACT(HOUR FROM ts);
