-- form: text-of-array
-- expect: runs
SELECT CAST(ARRAY[distance, 1.5] AS STRING) AS pair FROM rides
