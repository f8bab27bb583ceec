-- form: wrong-keyword
-- expect: SYNTAX_KEYWORD
-- fixed: runs
SELECT zone, COUNT(*) AS n FROM rides GRUOP BY zone;
