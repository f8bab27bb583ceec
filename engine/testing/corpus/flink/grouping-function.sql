-- form: grouping-sets
-- expect: UNSUPPORTED_FUNCTION
SELECT window_start, window_end, zone, GROUPING(zone) AS g, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, GROUPING SETS ((zone), ());
