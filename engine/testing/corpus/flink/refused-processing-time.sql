-- form: processing-time
-- expect: UNSUPPORTED_PROCESSING_TIME
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone, TUMBLE(PROCTIME(), INTERVAL '5' MINUTE);
