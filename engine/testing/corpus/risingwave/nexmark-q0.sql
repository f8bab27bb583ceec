-- form: nexmark-pass-through
-- expect: UNSUPPORTED_PRESET
-- expect-under-velostream: runs
SELECT auction, bidder, price, ts FROM bids;
