-- form: nexmark-expand-bid
-- expect: UNSUPPORTED_JOIN
SELECT b.auction, b.price, a.item FROM bids AS b INNER JOIN auctions AS a ON b.auction = a.id WHERE a.category = 10;
