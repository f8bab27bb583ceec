-- form: join-within
-- expect: UNSUPPORTED_JOIN
SELECT r.driver, t.amount FROM rides r LEFT JOIN tips t ON r.driver = t.driver WITHIN 30s;
