-- form: hopping
-- expect: runs
SELECT symbol, COUNT(*) AS n FROM trades GROUP BY symbol WINDOW SLIDING(500ms, 100ms);
