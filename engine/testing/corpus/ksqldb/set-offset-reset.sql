-- form: set
-- expect: runs
SET 'auto.offset.reset' = 'earliest';
SELECT zone, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY zone EMIT CHANGES;
