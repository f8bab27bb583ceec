-- form: session-records
-- expect: UNSUPPORTED_PLAIN_WINDOW
SELECT window_start, driver FROM TABLE(SESSION(TABLE rides PARTITION BY driver, DESCRIPTOR(ts), INTERVAL '30' SECOND)) WITH ('semantics' = 'velostream');
