-- form: drop
-- expect: UNSUPPORTED_DROP
DROP TABLE IF EXISTS visits;
SELECT zone, window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY zone, window_start, window_end;
