-- form: join-temporal
-- expect: UNSUPPORTED_JOIN
SELECT r.driver, p.city FROM rides AS r LEFT JOIN people FOR SYSTEM_TIME AS OF r.ts AS p ON r.ride_id = p.id;
