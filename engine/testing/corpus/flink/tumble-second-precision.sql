-- form: tumbling-duration
-- expect: runs
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE trades, DESCRIPTOR(ts), INTERVAL '270' SECOND(3))) GROUP BY window_start, window_end;
