-- form: join-temporal
-- expect: UNSUPPORTED_JOIN
SELECT r.driver, p.city FROM rides r LEFT JOIN people FOR SYSTEM_TIME AS OF PROCTIME() p ON r.ride_id = p.id;
