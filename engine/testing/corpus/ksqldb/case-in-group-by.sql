-- form: case
-- expect: runs
SELECT CASE WHEN fare > 50 THEN 'dear' ELSE 'cheap' END AS band, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY CASE WHEN fare > 50 THEN 'dear' ELSE 'cheap' END EMIT CHANGES;
