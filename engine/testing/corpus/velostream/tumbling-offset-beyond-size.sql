-- form: tumbling-offset
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m, OFFSET 150s);
