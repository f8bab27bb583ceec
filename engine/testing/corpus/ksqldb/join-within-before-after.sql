-- form: join-within
-- expect: UNSUPPORTED_JOIN
SELECT r.driver, t.amount FROM rides r LEFT JOIN tips t WITHIN (1 MINUTE, 5 MINUTES) ON r.driver = t.driver EMIT CHANGES;
