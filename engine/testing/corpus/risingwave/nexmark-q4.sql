-- form: nexmark-average-of-maximum
-- expect: UNSUPPORTED_SUBQUERY
SELECT q.category, AVG(q.best) AS mean FROM (
  SELECT MAX(b.price) AS best, a.category FROM auctions a, bids b WHERE a.id = b.auction AND b.ts BETWEEN a.ts AND a.expires GROUP BY a.id, a.category
) q GROUP BY q.category;
