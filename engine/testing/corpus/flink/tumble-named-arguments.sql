-- form: tumble-named-arguments
-- expect: runs
SELECT window_start, window_end, COUNT(*) AS n
FROM TABLE(TUMBLE(DATA => TABLE rides, TIMECOL => DESCRIPTOR(ts), SIZE => INTERVAL '10' MINUTES))
GROUP BY window_start, window_end;
