-- form: tumbling-duration
-- expect: runs
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE trades, DESCRIPTOR(ts), INTERVAL '0.250' SECOND)) GROUP BY window_start, window_end;
