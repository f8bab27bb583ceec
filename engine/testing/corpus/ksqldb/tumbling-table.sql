-- form: tumbling
-- expect: runs
CREATE TABLE o AS SELECT zone, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY zone;
