-- form: tumbling
-- expect: runs
SELECT zone, driver, COUNT(*) AS n, MAX(fare) AS best FROM rides GROUP BY zone, driver WINDOW TUMBLING(5m);
