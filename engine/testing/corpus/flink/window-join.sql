-- form: window-join
-- expect: UNSUPPORTED_JOIN
SELECT r.window_start, r.window_end, r.n, t.total
FROM (SELECT window_start, window_end, driver, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end, driver) AS r
JOIN (SELECT window_start, window_end, driver, SUM(amount) AS total FROM TABLE(TUMBLE(TABLE tips, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end, driver) AS t
ON r.driver = t.driver AND r.window_start = t.window_start AND r.window_end = t.window_end;
