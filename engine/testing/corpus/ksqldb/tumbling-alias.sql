-- form: alias
-- expect: runs
SELECT r.zone, COUNT(*) AS n FROM rides r WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY r.zone EMIT CHANGES;
