-- form: session
-- expect: runs
SELECT driver, window_start, window_end, COUNT(*) AS n FROM TABLE(SESSION(TABLE rides PARTITION BY driver, DESCRIPTOR(ts), INTERVAL '30' SECOND)) GROUP BY driver, window_start, window_end;
