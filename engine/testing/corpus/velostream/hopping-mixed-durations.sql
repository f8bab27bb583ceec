-- form: hopping
-- expect: runs
SELECT symbol, COUNT(*) AS n FROM trades GROUP BY symbol WINDOW SLIDING(1h, INTERVAL '15' MINUTE);
