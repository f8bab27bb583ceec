-- form: nexmark-pass-through
-- expect: UNSUPPORTED_PLAIN_SELECT
SELECT auction, bidder, price, ts FROM bids;
