-- form: wrong-number
-- expect: SYNTAX_NUMBER
SELECT 12abc AS x FROM rides;
