-- form: join-within
-- expect: UNSUPPORTED_JOIN
SELECT r.driver, r.fare, t.amount FROM rides r JOIN tips t WITHIN 5 MINUTES ON r.driver = t.driver EMIT CHANGES;
