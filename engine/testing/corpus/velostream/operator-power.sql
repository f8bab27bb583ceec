-- form: operators-foreign
-- expect: runs
SELECT passengers ^ 2 AS x FROM rides;
