-- form: nexmark-filter
-- expect: UNSUPPORTED_PLAIN_SELECT
SELECT auction, price FROM bids WHERE MOD(auction, 123) = 0;
