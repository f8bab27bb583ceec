-- form: hopping-gaps
-- expect: runs
-- notes: WINDOW_GAPS
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW SLIDING(ts, 1m, 5m);
