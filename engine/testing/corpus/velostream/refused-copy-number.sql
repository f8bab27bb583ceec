-- form: window-copies
-- expect: UNSUPPORTED_COPY_NUMBER
SELECT zone, window_start FROM HOP(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' SECOND, INTERVAL '1' HOUR) WITH ('semantics' = 'velostream');
