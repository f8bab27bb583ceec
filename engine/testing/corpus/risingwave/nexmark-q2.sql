-- form: nexmark-filter
-- expect: UNSUPPORTED_PRESET
-- expect-under-velostream: runs
SELECT auction, price FROM bids WHERE auction = 1007 OR auction = 1020 OR auction = 2001;
