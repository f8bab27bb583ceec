-- form: wrong-types
-- expect: TYPE_MISMATCH
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(zone), INTERVAL '5' SECOND)) GROUP BY window_start, window_end;
