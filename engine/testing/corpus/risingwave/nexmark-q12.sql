-- form: nexmark-processing-time
-- expect: UNKNOWN_COLUMN
SELECT bidder, COUNT(*) AS n, window_start FROM TUMBLE(bids, p_time, INTERVAL '10' SECOND) GROUP BY bidder, window_start;
