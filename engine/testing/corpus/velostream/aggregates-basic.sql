-- form: aggregates
-- expect: runs
SELECT zone, COUNT(*) AS a, COUNT(fare) AS b, SUM(fare) AS c, AVG(fare) AS d, MIN(fare) AS e, MAX(fare) AS f FROM rides GROUP BY zone WINDOW TUMBLING(1m);
