-- form: nested-functions
-- expect: runs
SELECT ARRAY_LENGTH(ARRAY[1, 2]) AS n, ARRAY_CONTAINS(ARRAY['a', 'b'], zone) AS known FROM rides;
