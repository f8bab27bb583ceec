-- form: exact-variance
-- expect: runs
SELECT window_start, window_end, STDDEV_POP(quantity) AS a FROM TABLE(TUMBLE(TABLE trades, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
