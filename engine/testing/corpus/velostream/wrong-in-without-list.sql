-- form: wrong-missing-part
-- expect: SYNTAX_EXPECTED
SELECT fare FROM rides WHERE zone IN 'north';
