-- form: wrong-keyword
-- expect: SYNTAX_KEYWORD
-- fixed: runs
SELECT zone FROM rides WHER fare > 5;
