-- form: wrong-star
-- expect: TYPE_MISMATCH
SELECT SUM(*) AS x FROM rides;
