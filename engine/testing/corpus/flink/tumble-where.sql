-- form: where
-- expect: runs
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) WHERE fare > 5 GROUP BY window_start, window_end;
