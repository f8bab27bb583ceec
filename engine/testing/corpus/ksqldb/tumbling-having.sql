-- form: having
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY zone HAVING COUNT(*) > 3 EMIT CHANGES;
