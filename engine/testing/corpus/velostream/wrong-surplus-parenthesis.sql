-- form: wrong-trailing
-- expect: SYNTAX_UNEXPECTED
-- fixed: runs
SELECT fare FROM rides WHERE (fare > 5));
