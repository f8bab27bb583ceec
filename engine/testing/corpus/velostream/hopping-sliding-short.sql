-- form: hopping
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW SLIDING(10m, 5m);
