-- form: wrong-missing-part
-- expect: SYNTAX_EXPECTED
SELECT zone FROM WHERE fare > 5;
