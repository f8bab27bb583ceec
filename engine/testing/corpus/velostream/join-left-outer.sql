-- form: join-outer
-- expect: UNSUPPORTED_JOIN
SELECT r.ride_id, t.amount FROM rides r LEFT OUTER JOIN tips t ON r.ride_id = t.ride_id;
