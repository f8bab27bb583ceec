-- form: wrong-missing-part
-- expect: SYNTAX_EXPECTED
SELECT CAST(fare) AS x FROM rides;
