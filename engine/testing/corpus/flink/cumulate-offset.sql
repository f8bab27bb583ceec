-- form: cumulate-offset
-- expect: runs
SELECT window_start, window_end, SUM(fare) AS so_far FROM TABLE(CUMULATE(TABLE rides, DESCRIPTOR(ts), INTERVAL '12' HOUR, INTERVAL '1' DAY, INTERVAL '8' HOUR)) GROUP BY window_start, window_end;
