-- form: tumbling-duration
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 7 DAYS) GROUP BY zone EMIT CHANGES;
