-- form: tumbling-retention
-- expect: runs
-- notes: RETENTION_WITHOUT_EFFECT
SELECT zone, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 1 MINUTE, RETENTION 2 DAYS) GROUP BY zone EMIT CHANGES;
