-- form: refused-table-function
-- expect: UNSUPPORTED_COMPUTED_SESSION_KEY
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(SESSION(TABLE rides PARTITION BY UPPER(driver), DESCRIPTOR(ts), INTERVAL '30' SECOND)) GROUP BY window_start, window_end, UPPER(driver);
