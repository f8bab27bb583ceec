-- form: nexmark-hot-items
-- expect: UNSUPPORTED_JOIN
SELECT counted.auction, counted.n FROM (
  SELECT auction, COUNT(*) AS n, window_start, window_end FROM TABLE(HOP(TABLE bids, DESCRIPTOR(ts), INTERVAL '2' SECOND, INTERVAL '10' SECOND)) GROUP BY auction, window_start, window_end
) AS counted JOIN (
  SELECT MAX(n) AS most, window_start, window_end FROM (
    SELECT COUNT(*) AS n, window_start, window_end FROM TABLE(HOP(TABLE bids, DESCRIPTOR(ts), INTERVAL '2' SECOND, INTERVAL '10' SECOND)) GROUP BY auction, window_start, window_end
  ) GROUP BY window_start, window_end
) AS top ON counted.window_start = top.window_start AND counted.window_end = top.window_end AND counted.n >= top.most;
