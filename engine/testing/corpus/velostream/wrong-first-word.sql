-- form: wrong-keyword
-- expect: SYNTAX_STATEMENT
HELLO rides;
