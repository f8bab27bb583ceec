-- form: nexmark-hot-items
-- expect: UNSUPPORTED_JOIN
SELECT counted.auction, counted.n FROM (
  SELECT auction, COUNT(*) AS n, window_start FROM HOP(bids, ts, INTERVAL '2' SECOND, INTERVAL '10' SECOND) GROUP BY auction, window_start
) AS counted JOIN (
  SELECT MAX(n) AS most, window_start FROM (
    SELECT COUNT(*) AS n, window_start FROM HOP(bids, ts, INTERVAL '2' SECOND, INTERVAL '10' SECOND) GROUP BY auction, window_start
  ) AS each GROUP BY window_start
) AS top ON counted.window_start = top.window_start AND counted.n >= top.most;
