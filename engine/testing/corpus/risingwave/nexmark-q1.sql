-- form: nexmark-projection
-- expect: UNSUPPORTED_PRESET
-- expect-under-velostream: runs
SELECT auction, bidder, 0.908 * price AS euros, ts FROM bids;
