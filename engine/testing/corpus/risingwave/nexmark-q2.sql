-- form: nexmark-filter
-- expect: runs
SELECT auction, price FROM bids WHERE auction = 1007 OR auction = 1020 OR auction = 2001;
