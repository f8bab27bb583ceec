-- form: tumble-named-arguments
-- expect: runs
SELECT window_start, window_end, COUNT(*) AS n
FROM TABLE(TUMBLE(SIZE => INTERVAL '10' MINUTE, TIMECOL => DESCRIPTOR(ts), DATA => TABLE rides, `OFFSET` => INTERVAL '1' MINUTE))
GROUP BY window_start, window_end;
