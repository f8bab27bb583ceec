-- form: where
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) WHERE fare > 5 GROUP BY zone EMIT CHANGES;
