-- form: tumbling-duration
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 30 SECONDS) GROUP BY zone EMIT CHANGES;
