-- form: hopping-time-column
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW SLIDING(ts, 10m, 5m);
