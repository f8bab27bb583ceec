-- form: tumble-table-function
-- expect: runs
SELECT window_start, window_end, zone, COUNT(*) AS n
FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end, zone;
