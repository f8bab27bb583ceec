-- form: wrong-names
-- expect: runs
SELECT zone AS x, driver AS x FROM rides;
