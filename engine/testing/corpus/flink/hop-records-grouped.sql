-- form: hopping-records
-- expect: UNSUPPORTED_PLAIN_WINDOW
SELECT window_start, COUNT(*) AS n FROM TABLE(HOP(TABLE trades, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '5' MINUTE)) GROUP BY window_start;
