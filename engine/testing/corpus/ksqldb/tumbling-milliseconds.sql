-- form: tumbling-duration
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 500 MILLISECONDS) GROUP BY zone EMIT CHANGES;
