-- form: tumbling-offset
-- expect: runs
SELECT zone, window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '15' SECOND)) GROUP BY zone, window_start, window_end;
