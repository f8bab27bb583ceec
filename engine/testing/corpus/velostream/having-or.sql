-- form: having
-- expect: runs
SELECT symbol, COUNT(*) AS n, SUM(quantity) AS volume FROM trades GROUP BY symbol WINDOW TUMBLING(1m) HAVING COUNT(*) > 2 OR SUM(quantity) > 2000;
