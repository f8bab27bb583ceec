-- form: wrong-trailing
-- expect: SYNTAX_EXPRESSION
SELECT fare * / 2 AS x FROM rides;
