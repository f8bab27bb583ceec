-- form: nexmark-case-hour
-- expect: runs
SELECT auction, 0.908 * price AS euros, CASE WHEN HOUR(ts) >= 8 AND HOUR(ts) <= 18 THEN 'day' WHEN HOUR(ts) <= 6 OR HOUR(ts) >= 20 THEN 'night' ELSE 'other' END AS part FROM bids WHERE 0.908 * price > 1000000 AND 0.908 * price < 50000000;
