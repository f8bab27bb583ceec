-- form: text-of-array
-- expect: UNSUPPORTED_MEANING
SELECT CAST(ARRAY[distance, 1.5] AS STRING) AS pair FROM rides;
