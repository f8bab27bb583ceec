-- form: wrong-missing-part
-- expect: SYNTAX_EXPECTED
SELECT r.fare FROM rides r JOIN tips t ON r.ride_id = t.ride_id WITHIN;
