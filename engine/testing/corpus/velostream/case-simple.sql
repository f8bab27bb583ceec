-- form: case
-- expect: runs
SELECT CASE zone WHEN 'north' THEN 1 WHEN 'south' THEN 2 ELSE 0 END AS code FROM rides;
