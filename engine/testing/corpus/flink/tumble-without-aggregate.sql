-- form: window-function-plain
-- expect: runs
SELECT zone, fare, window_start, window_end FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE));
