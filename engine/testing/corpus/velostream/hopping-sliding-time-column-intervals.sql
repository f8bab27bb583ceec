-- form: hopping-time-column
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW SLIDING(ts, INTERVAL '5' MINUTE, INTERVAL '1' MINUTE);
