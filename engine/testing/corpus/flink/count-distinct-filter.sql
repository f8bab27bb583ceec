-- form: count-distinct
-- expect: runs
SELECT window_start, window_end, COUNT(DISTINCT driver) FILTER (WHERE shared) AS drivers FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
