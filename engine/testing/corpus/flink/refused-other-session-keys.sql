-- form: refused-table-function
-- expect: UNSUPPORTED_SESSION_KEYS
SELECT zone, window_start, window_end, COUNT(*) AS n FROM TABLE(SESSION(TABLE rides PARTITION BY driver, DESCRIPTOR(ts), INTERVAL '30' SECOND)) GROUP BY zone, window_start, window_end;
