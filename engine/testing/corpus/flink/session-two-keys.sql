-- form: session-key
-- expect: runs
SELECT driver, zone, window_start, window_end, COUNT(*) AS n FROM TABLE(SESSION(TABLE rides PARTITION BY (driver, zone), DESCRIPTOR(ts), INTERVAL '30' SECOND)) GROUP BY driver, zone, window_start, window_end;
