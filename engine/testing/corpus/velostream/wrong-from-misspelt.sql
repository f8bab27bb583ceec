-- form: wrong-keyword
-- expect: SYNTAX_KEYWORD
-- fixed: runs
SELECT zone FORM rides;
