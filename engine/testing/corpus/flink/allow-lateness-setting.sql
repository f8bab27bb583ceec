-- form: tumbling-grace
-- expect: runs
SET 'table.exec.emit.allow-lateness' = '10 s';
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone, TUMBLE(ts, INTERVAL '1' MINUTE);
