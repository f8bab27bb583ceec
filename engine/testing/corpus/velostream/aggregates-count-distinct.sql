-- form: count-distinct
-- expect: runs
SELECT zone, COUNT(DISTINCT driver) AS drivers, SUM(DISTINCT fare) AS fares FROM rides GROUP BY zone WINDOW TUMBLING(1m);
