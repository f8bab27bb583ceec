-- form: nexmark-case-hour
-- expect: runs
SELECT auction, 0.908 * price AS euros, CASE WHEN EXTRACT(HOUR FROM ts) > 8 AND EXTRACT(HOUR FROM ts) < 18 THEN 'day' WHEN EXTRACT(HOUR FROM ts) < 6 OR EXTRACT(HOUR FROM ts) > 20 THEN 'night' ELSE 'other' END AS part FROM bids WHERE 0.908 * price > 1000000 AND 0.908 * price < 50000000;
