-- form: group-by-expression
-- expect: runs
SELECT UCASE(zone) AS place, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY UCASE(zone) EMIT CHANGES;
