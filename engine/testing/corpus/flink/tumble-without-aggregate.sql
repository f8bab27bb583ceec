-- form: window-function-plain
-- expect: UNSUPPORTED_PLAIN_WINDOW
SELECT zone, fare, window_start, window_end FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE));
