-- form: session
-- expect: runs
SELECT driver, window_start, window_end, COUNT(*) AS n
FROM TABLE(SESSION(DATA => TABLE rides PARTITION BY driver, TIMECOL => DESCRIPTOR(ts), GAP => INTERVAL '30' SECOND))
GROUP BY driver, window_start, window_end;
