-- form: having
-- expect: runs
SELECT symbol, COUNT(*) AS n FROM trades GROUP BY symbol WINDOW TUMBLING(1m) HAVING NOT (AVG(price) BETWEEN 10 AND 20);
