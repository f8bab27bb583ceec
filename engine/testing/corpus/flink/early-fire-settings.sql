-- form: emit-changes
-- expect: runs
SET 'table.exec.emit.early-fire.enabled' = 'true';
SET 'table.exec.emit.early-fire.delay' = '0 ms';
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone, TUMBLE(ts, INTERVAL '1' MINUTE);
