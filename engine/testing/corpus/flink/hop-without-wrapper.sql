-- form: hopping
-- expect: runs
SELECT window_start, window_end, COUNT(*) AS n FROM HOP(TABLE rides, DESCRIPTOR(ts), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES) GROUP BY window_start, window_end;
