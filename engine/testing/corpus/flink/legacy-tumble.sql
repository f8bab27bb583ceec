-- form: tumble-group-function
-- expect: runs
SELECT zone, TUMBLE_START(ts, INTERVAL '1' MINUTE) AS opened, TUMBLE_END(ts, INTERVAL '1' MINUTE) AS closed, COUNT(*) AS n FROM rides GROUP BY zone, TUMBLE(ts, INTERVAL '1' MINUTE);
