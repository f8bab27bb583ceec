-- form: wrong-types
-- expect: BAD_TYPE
SELECT CAST(fare AS DECIMAL(50, 2)) AS x FROM rides;
