-- form: set
-- expect: runs
SET 'table.exec.source.idle-timeout' = '30 s';
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
