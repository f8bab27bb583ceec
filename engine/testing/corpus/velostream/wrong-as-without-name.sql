-- form: wrong-missing-part
-- expect: SYNTAX_EXPECTED
SELECT fare AS FROM rides;
