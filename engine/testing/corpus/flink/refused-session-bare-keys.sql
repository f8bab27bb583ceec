-- form: flink-refuses
-- expect: SYNTAX_WINDOW_ARGUMENT
SELECT driver, zone, window_start, window_end, COUNT(*) AS n FROM TABLE(SESSION(TABLE rides PARTITION BY driver, zone, DESCRIPTOR(ts), INTERVAL '5' SECOND)) GROUP BY driver, zone, window_start, window_end;
