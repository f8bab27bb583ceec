-- form: wrong-trailing
-- expect: SYNTAX_UNEXPECTED
SELECT zone fare distance FROM rides;
