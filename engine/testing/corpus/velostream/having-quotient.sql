-- form: having
-- expect: runs
SELECT symbol, COUNT(*) AS n FROM trades GROUP BY symbol WINDOW TUMBLING(1m) HAVING SUM(quantity) / COUNT(*) > 1000;
