-- form: join-then-window
-- expect: UNSUPPORTED_JOIN
SELECT r.zone, SUM(t.amount) AS tips FROM rides r JOIN tips t ON r.ride_id = t.ride_id WITHIN 5m GROUP BY r.zone WINDOW TUMBLING(r.ts, 5m);
