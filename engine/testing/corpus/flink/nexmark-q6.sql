-- form: nexmark-average-of-last
-- expect: UNSUPPORTED_SUBQUERY
SELECT seller, AVG(final) OVER (PARTITION BY seller ORDER BY ts ROWS BETWEEN 10 PRECEDING AND CURRENT ROW) AS mean FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY id ORDER BY price DESC) AS place FROM (
    SELECT a.id, a.seller, b.price AS final, b.price, b.ts FROM auctions AS a, bids AS b WHERE a.id = b.auction AND b.ts BETWEEN a.ts AND a.expires
  )
) WHERE place <= 1;
