-- form: wrong-missing-part
-- expect: SYNTAX_EXPECTED
SELECT fare FROM rides WHERE fare BETWEEN 1 OR 2;
