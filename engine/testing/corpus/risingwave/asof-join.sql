-- form: join-temporal
-- expect: UNSUPPORTED_JOIN
SELECT r.driver, t.amount FROM rides r ASOF LEFT JOIN tips t ON r.driver = t.driver AND r.ts >= t.ts;
