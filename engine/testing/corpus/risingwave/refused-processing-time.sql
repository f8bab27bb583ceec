-- form: processing-time
-- expect: UNSUPPORTED_PROCESSING_TIME
SELECT window_start, COUNT(*) AS n FROM TUMBLE(rides, PROCTIME(), INTERVAL '5 minutes') GROUP BY window_start;
