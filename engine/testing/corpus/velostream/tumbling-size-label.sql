-- form: tumbling-size-label
-- expect: runs
SELECT symbol, COUNT(*) AS n FROM trades GROUP BY symbol WINDOW TUMBLING(SIZE 1 MINUTE);
