-- form: window-join
-- expect: UNSUPPORTED_JOIN
SELECT r.driver, r.fare, t.amount
FROM TUMBLE(rides, ts, INTERVAL '5 minutes') AS r JOIN TUMBLE(tips, ts, INTERVAL '5 minutes') AS t
ON r.driver = t.driver AND r.window_start = t.window_start;
