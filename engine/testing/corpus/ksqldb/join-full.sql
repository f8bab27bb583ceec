-- form: join-outer
-- expect: UNSUPPORTED_JOIN
SELECT r.driver, t.amount FROM rides r FULL OUTER JOIN tips t WITHIN 1 HOUR GRACE PERIOD 0 SECONDS ON r.driver = t.driver EMIT CHANGES;
