-- form: join-outer
-- expect: UNSUPPORTED_JOIN
SELECT r.driver, t.amount FROM rides AS r LEFT JOIN tips AS t ON r.ride_id = t.ride_id;
