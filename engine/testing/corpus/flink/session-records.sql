-- form: session-records
-- expect: runs
SELECT window_start, window_end, driver, fare FROM TABLE(SESSION(TABLE rides PARTITION BY driver, DESCRIPTOR(ts), INTERVAL '30' SECOND));
