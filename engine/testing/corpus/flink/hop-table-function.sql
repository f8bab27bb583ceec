-- form: hopping
-- expect: runs
SELECT zone, window_start, window_end, COUNT(*) AS n FROM TABLE(HOP(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '5' MINUTE)) GROUP BY zone, window_start, window_end;
