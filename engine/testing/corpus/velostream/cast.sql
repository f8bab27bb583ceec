-- form: cast
-- expect: runs
SELECT CAST(passengers AS DOUBLE) AS a, CAST(fare AS STRING) AS b, CAST('12' AS BIGINT) AS c, CAST(distance AS DECIMAL(8, 3)) AS d, CAST(ts AS DATE) AS e FROM rides;
