-- form: nexmark-average-of-last
-- expect: UNSUPPORTED_SUBQUERY
SELECT seller, AVG(final) OVER (PARTITION BY seller ORDER BY ts ROWS BETWEEN 9 PRECEDING AND CURRENT ROW) AS mean FROM (
  SELECT a.seller, b.price AS final, b.ts, ROW_NUMBER() OVER (PARTITION BY a.id ORDER BY b.price DESC) AS place FROM auctions a JOIN bids b ON a.id = b.auction
) AS winners WHERE place = 1;
