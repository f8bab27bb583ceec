-- form: join-inner
-- expect: UNSUPPORTED_JOIN
SELECT r.ride_id, t.amount FROM rides AS r INNER JOIN tips AS t ON r.ride_id = t.ride_id WHERE t.amount > 1;
