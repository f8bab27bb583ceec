-- form: case
-- expect: runs
SELECT CASE WHEN fare > 10 THEN CASE WHEN shared THEN 'a' ELSE 'b' END ELSE 'c' END AS x FROM rides;
