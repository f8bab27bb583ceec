-- form: flink-refuses
-- expect: NOT_A_TIME_ATTRIBUTE
-- fixed: runs
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ordered_at), INTERVAL '5' SECOND)) GROUP BY window_start, window_end;
