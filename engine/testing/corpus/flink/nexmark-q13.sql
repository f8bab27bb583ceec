-- form: nexmark-side-input
-- expect: UNSUPPORTED_JOIN
SELECT b.auction, b.price, s.name FROM (SELECT *, PROCTIME() AS p FROM bids) AS b JOIN people FOR SYSTEM_TIME AS OF b.p AS s ON MOD(b.auction, 10000) = s.id;
