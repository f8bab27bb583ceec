-- form: wrong-missing-part
-- expect: SYNTAX_EMPTY

