-- form: nexmark-sessions
-- expect: runs
SELECT bidder, COUNT(*) AS n, window_start, window_end FROM TABLE(SESSION(TABLE bids PARTITION BY bidder, DESCRIPTOR(ts), INTERVAL '10' SECOND)) GROUP BY bidder, window_start, window_end;
