-- form: hopping-grace
-- expect: runs
SELECT symbol, COUNT(*) AS n FROM trades GROUP BY symbol WINDOW SLIDING(10m, 5m, GRACE PERIOD 30s);
