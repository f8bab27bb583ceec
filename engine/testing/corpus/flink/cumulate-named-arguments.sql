-- form: cumulate
-- expect: runs
SELECT window_start, window_end, SUM(fare) AS so_far
FROM TABLE(CUMULATE(DATA => TABLE rides, TIMECOL => DESCRIPTOR(ts), STEP => INTERVAL '2' MINUTES, SIZE => INTERVAL '10' MINUTES))
GROUP BY window_start, window_end;
