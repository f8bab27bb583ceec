-- form: wrong-missing-part
-- expect: SYNTAX_EXPECTED
SELECT r.driver FROM rides r JOIN tips t WITHIN (5 MINUTES) ON r.driver = t.driver EMIT CHANGES;
