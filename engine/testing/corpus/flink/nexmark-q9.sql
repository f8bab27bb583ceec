-- form: nexmark-winning-bid
-- expect: UNSUPPORTED_SUBQUERY
SELECT id, item, bidder, price FROM (
  SELECT a.id, a.item, b.bidder, b.price, ROW_NUMBER() OVER (PARTITION BY a.id ORDER BY b.price DESC, b.ts ASC) AS place
  FROM auctions AS a, bids AS b WHERE a.id = b.auction AND b.ts BETWEEN a.ts AND a.expires
) WHERE place <= 1;
