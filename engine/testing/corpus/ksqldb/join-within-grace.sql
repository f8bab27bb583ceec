-- form: join-within-grace
-- expect: UNSUPPORTED_JOIN
SELECT r.driver, r.fare, t.amount FROM rides r INNER JOIN tips t WITHIN 5 MINUTES GRACE PERIOD 1 MINUTE ON r.driver = t.driver EMIT CHANGES;
