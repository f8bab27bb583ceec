-- form: nexmark-side-input
-- expect: UNSUPPORTED_JOIN
SELECT b.auction, b.price, s.name FROM bids b JOIN people FOR SYSTEM_TIME AS OF PROCTIME() s ON MOD(b.auction, 10000) = s.id;
