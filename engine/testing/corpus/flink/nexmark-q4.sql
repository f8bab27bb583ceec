-- form: nexmark-average-of-maximum
-- expect: UNSUPPORTED_SUBQUERY
SELECT category, AVG(best) AS mean FROM (
  SELECT a.category, MAX(b.price) AS best FROM auctions AS a, bids AS b
  WHERE a.id = b.auction AND b.ts BETWEEN a.ts AND a.expires GROUP BY a.id, a.category
) GROUP BY category;
