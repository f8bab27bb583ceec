-- form: distinct
-- expect: UNSUPPORTED_DISTINCT_WINDOWS
SELECT DISTINCT zone, window_start, window_end FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '5' MINUTE));
