-- form: case
-- expect: runs
SELECT zone, SUM(CASE WHEN fare > 50 THEN 1 ELSE 0 END) AS dear FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY zone EMIT CHANGES;
