-- form: tumbling-time-column
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(ts, INTERVAL '1' MINUTE);
