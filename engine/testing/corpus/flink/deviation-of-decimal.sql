-- form: exact-variance
-- expect: UNSUPPORTED_EXACT_VARIANCE
SELECT window_start, window_end, VAR_SAMP(CAST(price AS DECIMAL(10, 2))) AS a FROM TABLE(TUMBLE(TABLE trades, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
