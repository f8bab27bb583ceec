-- form: nexmark-filters-by-day
-- expect: runs
SELECT DATE_FORMAT(ts, 'yyyy-MM-dd') AS day, COUNT(*) AS n,
  COUNT(*) FILTER (WHERE price < 10000) AS low, COUNT(*) FILTER (WHERE price >= 10000 AND price < 1000000) AS middle, COUNT(*) FILTER (WHERE price >= 1000000) AS high,
  COUNT(DISTINCT bidder) AS bidders, COUNT(DISTINCT bidder) FILTER (WHERE price < 10000) AS low_bidders, COUNT(DISTINCT auction) AS auctions
FROM bids GROUP BY DATE_FORMAT(ts, 'yyyy-MM-dd');
