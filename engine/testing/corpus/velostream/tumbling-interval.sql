-- form: tumbling
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(INTERVAL '1' MINUTE);
