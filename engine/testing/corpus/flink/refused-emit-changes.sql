-- form: flink-refuses
-- expect: UNSUPPORTED_EMIT_CHANGES
SELECT zone, window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '5' SECOND)) GROUP BY zone, window_start, window_end EMIT CHANGES;
