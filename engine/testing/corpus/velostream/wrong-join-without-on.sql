-- form: wrong-missing-part
-- expect: SYNTAX_EXPECTED
SELECT r.fare FROM rides r JOIN tips t WHERE r.fare > 1;
