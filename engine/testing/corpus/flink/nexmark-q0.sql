-- form: nexmark-pass-through
-- expect: runs
SELECT auction, bidder, price, ts FROM bids;
