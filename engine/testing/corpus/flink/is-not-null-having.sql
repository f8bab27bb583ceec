-- form: having
-- expect: runs
SELECT window_start, window_end, zone, MAX(fare) AS most FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, zone HAVING MAX(fare) IS NOT NULL;
