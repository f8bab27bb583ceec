-- form: array
-- expect: runs
SELECT ARRAY[zone, driver] AS both, ARRAY[1, 2, 3] AS numbers FROM rides;
