-- form: window-bounds
-- expect: UNSUPPORTED_BOUND_COLUMN
SELECT zone, window_start, COUNT(*) AS n FROM rides GROUP BY zone, TUMBLE(ts, INTERVAL '5' MINUTE);
