-- form: having
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone HAVING COUNT(*) > 3 WINDOW TUMBLING(1m);
