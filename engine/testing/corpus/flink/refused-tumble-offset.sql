-- form: flink-refuses
-- expect: BAD_WINDOW_OFFSET
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '5' SECOND, INTERVAL '5' SECOND)) GROUP BY window_start, window_end;
