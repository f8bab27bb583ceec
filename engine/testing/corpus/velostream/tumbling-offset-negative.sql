-- form: tumbling-offset
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(ts, INTERVAL '1' DAY, OFFSET -INTERVAL '8' HOUR);
