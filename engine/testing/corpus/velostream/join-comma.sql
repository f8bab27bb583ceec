-- form: join-cross
-- expect: UNSUPPORTED_JOIN
SELECT r.ride_id, t.amount FROM rides r, tips t WHERE r.ride_id = t.ride_id;
