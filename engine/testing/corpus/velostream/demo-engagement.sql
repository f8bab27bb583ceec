-- form: demo-social
-- expect: runs
SELECT auction, channel, price + 2 * bidder AS engagement FROM bids WHERE url LIKE '%#launch%' OR LOWER(url) LIKE '%great%';
