-- form: wrong-trailing
-- expect: SYNTAX_UNEXPECTED
SELECT zone FROM rides SELECT driver FROM tips;
