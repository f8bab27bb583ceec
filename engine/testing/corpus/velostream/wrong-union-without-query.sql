-- form: wrong-missing-part
-- expect: SYNTAX_EXPECTED
SELECT zone FROM rides UNION ALL;
