-- form: group-by-expression
-- expect: runs
SELECT UPPER(zone) AS place, COUNT(*) AS n FROM rides GROUP BY UPPER(zone) WINDOW TUMBLING(5m);
