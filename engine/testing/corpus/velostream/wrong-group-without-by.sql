-- form: wrong-missing-part
-- expect: SYNTAX_EXPECTED
SELECT zone, COUNT(*) AS n FROM rides GROUP zone;
