-- form: case
-- expect: runs
SELECT CASE WHEN fare > 50 THEN 'dear' WHEN fare > 20 THEN 'fair' ELSE 'cheap' END AS band FROM rides;
