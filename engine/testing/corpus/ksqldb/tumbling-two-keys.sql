-- form: tumbling
-- expect: runs
SELECT zone, driver, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY zone, driver EMIT CHANGES;
