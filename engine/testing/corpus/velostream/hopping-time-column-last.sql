-- form: hopping-time-column
-- expect: runs
SELECT symbol, COUNT(*) AS n FROM trades GROUP BY symbol WINDOW SLIDING(10m, 5m, ts);
