-- form: nexmark-partition-columns
-- expect: runs
SELECT auction, bidder, price, TO_CHAR(ts, 'YYYY-MM-DD') AS day, TO_CHAR(ts, 'HH:MI') AS minute FROM bids;
