-- form: emit-changes
-- expect: runs
SELECT zone, SUM(fare) AS total FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY zone EMIT CHANGES;
