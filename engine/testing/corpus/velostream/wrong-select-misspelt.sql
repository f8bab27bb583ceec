-- form: wrong-keyword
-- expect: SYNTAX_STATEMENT
-- fixed: runs
SELCT zone FROM rides;
