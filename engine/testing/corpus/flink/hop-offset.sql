-- form: hopping-offset
-- expect: runs
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(HOP(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '5' MINUTE, INTERVAL '30' SECOND)) GROUP BY window_start, window_end;
