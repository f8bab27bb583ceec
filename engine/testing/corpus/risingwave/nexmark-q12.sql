-- form: nexmark-processing-time
-- expect: UNSUPPORTED_PRESET
SELECT bidder, COUNT(*) AS n, window_start FROM TUMBLE(bids, p_time, INTERVAL '10' SECOND) GROUP BY bidder, window_start;
