-- form: window-bounds
-- expect: runs
SELECT zone, WINDOWSTART AS opened, WINDOWEND AS closed, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY zone EMIT CHANGES;
