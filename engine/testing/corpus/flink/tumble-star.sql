-- form: window-function-plain
-- expect: UNSUPPORTED_PLAIN_WINDOW
SELECT * FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE));
