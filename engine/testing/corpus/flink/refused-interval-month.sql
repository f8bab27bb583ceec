-- form: flink-refuses
-- expect: UNSUPPORTED_CALENDAR_UNIT
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MONTH)) GROUP BY window_start, window_end;
