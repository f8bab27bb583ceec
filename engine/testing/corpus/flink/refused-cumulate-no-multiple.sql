-- form: flink-refuses
-- expect: BAD_WINDOW_STEP
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(CUMULATE(TABLE rides, DESCRIPTOR(ts), INTERVAL '4' SECOND, INTERVAL '10' SECOND)) GROUP BY window_start, window_end;
