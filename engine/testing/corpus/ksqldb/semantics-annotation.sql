-- form: annotation-dialect
-- expect: runs
-- @dialect: ksqldb
SELECT zone, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY zone;
