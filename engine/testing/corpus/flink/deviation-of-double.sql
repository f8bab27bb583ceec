-- form: aggregates
-- expect: runs
SELECT window_start, window_end, STDDEV_POP(temperature) AS a, VAR_SAMP(temperature) AS b FROM TABLE(TUMBLE(TABLE sensors, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
