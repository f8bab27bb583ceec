-- form: hopping-records
-- expect: runs
SELECT window_start, window_end, symbol, price FROM TABLE(HOP(TABLE trades, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '5' MINUTE)) WHERE window_end > TIMESTAMP '2024-01-01 00:00:00';
