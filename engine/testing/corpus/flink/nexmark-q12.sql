-- form: nexmark-processing-time
-- expect: UNSUPPORTED_FUNCTION
SELECT bidder, COUNT(*) AS n, window_start, window_end FROM TABLE(TUMBLE((SELECT bidder, PROCTIME() AS p FROM bids), DESCRIPTOR(p), INTERVAL '10' SECOND)) GROUP BY bidder, window_start, window_end;
