-- form: join-inner
-- expect: UNSUPPORTED_JOIN
SELECT r.driver, p.city FROM rides r LEFT JOIN people p ON r.ride_id = p.id EMIT CHANGES;
