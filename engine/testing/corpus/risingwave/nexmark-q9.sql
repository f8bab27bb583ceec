-- form: nexmark-winning-bid
-- expect: UNSUPPORTED_SUBQUERY
SELECT id, item, bidder, price FROM (
  SELECT a.id, a.item, b.bidder, b.price, ROW_NUMBER() OVER (PARTITION BY a.id ORDER BY b.price DESC, b.ts ASC) AS place FROM auctions a JOIN bids b ON a.id = b.auction WHERE b.ts BETWEEN a.ts AND a.expires
) tmp WHERE place <= 1;
