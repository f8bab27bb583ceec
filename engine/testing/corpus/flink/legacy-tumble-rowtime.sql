-- form: tumble-group-function
-- expect: runs
SELECT TUMBLE_ROWTIME(ts, INTERVAL '1' MINUTE) AS at, COUNT(*) AS n FROM rides GROUP BY TUMBLE(ts, INTERVAL '1' MINUTE);
