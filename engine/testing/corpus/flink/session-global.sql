-- form: session-global
-- expect: runs
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(SESSION(TABLE rides, DESCRIPTOR(ts), INTERVAL '30' SECOND)) GROUP BY window_start, window_end;
