-- form: wrong-names
-- expect: UNSUPPORTED_JOIN
SELECT driver FROM rides r JOIN tips t ON r.ride_id = t.ride_id;
