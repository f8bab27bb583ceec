-- form: tumbling-offset
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(SIZE 1 MINUTE, OFFSET 15 SECONDS);
