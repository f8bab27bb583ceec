-- form: window-join
-- expect: UNSUPPORTED_JOIN
SELECT r.fare, t.amount
FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) AS r
FULL OUTER JOIN TABLE(TUMBLE(TABLE tips, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) AS t
ON r.ride_id = t.ride_id AND r.window_start = t.window_start AND r.window_end = t.window_end;
