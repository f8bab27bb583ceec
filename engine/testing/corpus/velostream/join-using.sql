-- form: join-using
-- expect: UNSUPPORTED_JOIN
SELECT ride_id, fare, amount FROM rides JOIN tips USING (ride_id);
