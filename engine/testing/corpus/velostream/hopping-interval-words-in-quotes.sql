-- form: hopping
-- expect: runs
SELECT symbol, COUNT(*) AS n FROM trades GROUP BY symbol WINDOW HOPPING(INTERVAL '10 minutes', INTERVAL '1 minute');
