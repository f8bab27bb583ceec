-- form: tumbling-grace
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m, GRACE PERIOD 10s);
