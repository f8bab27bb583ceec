-- form: join-cross
-- expect: UNSUPPORTED_JOIN
SELECT r.ride_id, t.amount FROM rides r CROSS JOIN tips t;
