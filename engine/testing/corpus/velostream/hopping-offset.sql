-- form: hopping-offset
-- expect: runs
SELECT symbol, COUNT(*) AS n FROM trades GROUP BY symbol WINDOW HOPPING(10m, 5m, OFFSET 1m);
