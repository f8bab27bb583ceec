-- form: group-by
-- expect: runs
SELECT UPPER(zone) AS place, COUNT(*) AS n FROM rides GROUP BY place;
