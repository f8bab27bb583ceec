-- form: join-inner
-- expect: UNSUPPORTED_JOIN
SELECT b.price, a.item, p.name FROM bids b JOIN auctions a ON b.auction = a.id JOIN people p ON a.seller = p.id;
