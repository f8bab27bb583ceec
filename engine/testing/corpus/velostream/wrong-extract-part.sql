-- form: wrong-names
-- expect: BAD_ARGUMENT
-- fixed: runs
SELECT EXTRACT(HUOR FROM ts) AS x FROM rides;
