-- form: case
-- expect: runs
SELECT CASE WHEN fare > 50 THEN 'dear' ELSE 'cheap' END AS band, COUNT(*) AS n FROM rides GROUP BY CASE WHEN fare > 50 THEN 'dear' ELSE 'cheap' END WINDOW TUMBLING(1m);
