-- form: nexmark-last-bid
-- expect: UNSUPPORTED_SUBQUERY
SELECT auction, bidder, price FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY bidder, auction ORDER BY ts DESC) AS place FROM bids) AS ranked WHERE place <= 1;
