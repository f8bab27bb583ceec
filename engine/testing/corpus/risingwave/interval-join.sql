-- form: join-within
-- expect: UNSUPPORTED_JOIN
SELECT r.driver, r.fare, t.amount FROM rides r JOIN tips t ON r.driver = t.driver AND t.ts BETWEEN r.ts - INTERVAL '5 minutes' AND r.ts + INTERVAL '5 minutes';
