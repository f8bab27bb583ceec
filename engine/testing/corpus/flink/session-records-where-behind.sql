-- form: session-records
-- expect: UNSUPPORTED_PLAIN_WINDOW
SELECT window_start, driver, fare FROM TABLE(SESSION(TABLE rides PARTITION BY driver, DESCRIPTOR(ts), INTERVAL '30' SECOND)) WHERE fare > 50;
