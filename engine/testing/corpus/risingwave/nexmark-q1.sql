-- form: nexmark-projection
-- expect: runs
SELECT auction, bidder, 0.908 * price AS euros, ts FROM bids;
