-- form: session-records
-- expect: runs
WITH dear AS (SELECT * FROM rides WHERE fare > 50)
SELECT window_start, window_end, driver, fare FROM TABLE(SESSION(TABLE dear PARTITION BY driver, DESCRIPTOR(ts), INTERVAL '30' SECOND));
