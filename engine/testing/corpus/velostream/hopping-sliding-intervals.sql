-- form: hopping
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW SLIDING(INTERVAL '5' MINUTE, INTERVAL '1' MINUTE);
