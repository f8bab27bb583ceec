-- form: nexmark-projection
-- expect: UNSUPPORTED_PLAIN_SELECT
SELECT auction, bidder, 0.908 * price AS euros, ts FROM bids;
