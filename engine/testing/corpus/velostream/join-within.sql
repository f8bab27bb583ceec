-- form: join-within
-- expect: UNSUPPORTED_JOIN
SELECT r.driver, r.fare, t.amount FROM rides r JOIN tips t ON r.driver = t.driver WITHIN INTERVAL '5' MINUTES;
