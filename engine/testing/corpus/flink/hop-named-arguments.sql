-- form: hopping-labels
-- expect: runs
SELECT window_start, window_end, COUNT(*) AS n
FROM TABLE(HOP(DATA => TABLE rides, TIMECOL => DESCRIPTOR(ts), SLIDE => INTERVAL '1' MINUTE, SIZE => INTERVAL '5' MINUTE))
GROUP BY window_start, window_end;
