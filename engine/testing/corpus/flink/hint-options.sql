-- form: hint
-- expect: runs
SELECT zone, window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides /*+ OPTIONS('scan.watermark.idle-timeout'='30s') */, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY zone, window_start, window_end;
