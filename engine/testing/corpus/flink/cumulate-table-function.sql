-- form: cumulate
-- expect: runs
SELECT window_start, window_end, SUM(fare) AS so_far FROM TABLE(CUMULATE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '1' HOUR)) GROUP BY window_start, window_end;
