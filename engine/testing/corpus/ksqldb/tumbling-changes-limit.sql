-- form: limit
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY zone EMIT CHANGES LIMIT 5;
