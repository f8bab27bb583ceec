-- form: annotation-dialect
-- expect: runs
-- @dialect: velostream
SELECT zone, TUMBLE_START(ts, INTERVAL '1' MINUTE) AS opened, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(ts, 1m);
