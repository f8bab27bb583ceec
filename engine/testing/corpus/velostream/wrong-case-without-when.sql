-- form: wrong-missing-part
-- expect: SYNTAX_EXPECTED
SELECT CASE ELSE 1 END AS x FROM rides;
