-- form: window-bounds
-- expect: UNSUPPORTED_BOUND_FUNCTION
SELECT zone, TUMBLE_START(ts, INTERVAL '5' MINUTE) AS ws, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY zone, window_start, window_end;
