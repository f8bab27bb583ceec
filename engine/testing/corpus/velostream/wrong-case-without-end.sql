-- form: wrong-missing-part
-- expect: SYNTAX_EXPECTED
SELECT CASE WHEN shared THEN 1 ELSE 2 AS x FROM rides;
