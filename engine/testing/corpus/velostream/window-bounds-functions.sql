-- form: window-bounds
-- expect: runs
SELECT zone, TUMBLE_START(ts, INTERVAL '1' MINUTE) AS opened, TUMBLE_END(ts, INTERVAL '1' MINUTE) AS closed, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(ts, 1m);
