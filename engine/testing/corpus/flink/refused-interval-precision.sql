-- form: flink-refuses
-- expect: UNSUPPORTED_INTERVAL_DIGITS
-- fixed: runs
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '100' SECOND)) GROUP BY window_start, window_end;
