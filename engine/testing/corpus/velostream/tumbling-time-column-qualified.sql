-- form: tumbling-time-column
-- expect: runs
SELECT r.zone, COUNT(*) AS n FROM rides AS r GROUP BY r.zone WINDOW TUMBLING(r.ts, INTERVAL '1' MINUTE);
