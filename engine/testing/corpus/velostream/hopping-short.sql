-- form: hopping
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW HOPPING(1h, 15m);
