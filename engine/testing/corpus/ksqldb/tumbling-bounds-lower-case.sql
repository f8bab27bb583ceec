-- form: window-bounds
-- expect: runs
SELECT zone, windowstart, windowend, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY zone EMIT CHANGES;
