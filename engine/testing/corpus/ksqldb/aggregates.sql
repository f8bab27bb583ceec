-- form: aggregates
-- expect: runs
SELECT symbol, COUNT(*) AS a, COUNT(price) AS b, SUM(quantity) AS c, AVG(price) AS d, MIN(price) AS e, MAX(price) AS f FROM trades WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY symbol EMIT CHANGES;
