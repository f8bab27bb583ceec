-- form: current-watermark
-- expect: UNSUPPORTED_FUNCTION
SELECT zone, window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) WHERE ts > CURRENT_WATERMARK(ts) GROUP BY zone, window_start, window_end;
