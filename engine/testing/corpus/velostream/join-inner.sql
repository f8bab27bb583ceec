-- form: join-inner
-- expect: UNSUPPORTED_JOIN
SELECT r.ride_id, r.fare, t.amount FROM rides r JOIN tips t ON r.ride_id = t.ride_id;
