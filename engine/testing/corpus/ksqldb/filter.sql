-- form: filter
-- expect: runs
SELECT zone, COUNT(*) FILTER (WHERE fare > 50) AS dear FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY zone EMIT CHANGES;
