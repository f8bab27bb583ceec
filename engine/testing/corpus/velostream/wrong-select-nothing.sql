-- form: wrong-missing-part
-- expect: SYNTAX_EXPRESSION
SELECT FROM rides;
