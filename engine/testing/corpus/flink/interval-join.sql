-- form: join-within
-- expect: UNSUPPORTED_JOIN
SELECT r.driver, r.fare, t.amount FROM rides AS r JOIN tips AS t ON r.driver = t.driver AND t.ts BETWEEN r.ts - INTERVAL '5' MINUTE AND r.ts + INTERVAL '5' MINUTE;
