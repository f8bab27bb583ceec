-- form: join-inner
-- expect: UNSUPPORTED_JOIN
SELECT r.driver, p.city FROM rides r JOIN people p ON r.ride_id = p.id WHERE p.city LIKE 'B%' EMIT CHANGES;
