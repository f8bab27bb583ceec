-- form: tumbling-duration
-- expect: runs
SELECT symbol, COUNT(*) AS n FROM trades GROUP BY symbol WINDOW TUMBLING(INTERVAL '10 minutes');
