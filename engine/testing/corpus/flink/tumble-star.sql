-- form: window-function-plain
-- expect: runs
SELECT * FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE));
