-- form: flink-refuses
-- expect: SYNTAX_WINDOW_ARGUMENT
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(SESSION(TABLE rides, DESCRIPTOR(ts), INTERVAL '5' SECOND, INTERVAL '1' SECOND)) GROUP BY window_start, window_end;
