-- form: nexmark-auction-statistics
-- expect: runs
SELECT auction, TO_CHAR(ts, 'YYYY-MM-DD') AS day, COUNT(*) AS n, COUNT(*) FILTER (WHERE price < 10000) AS low, MIN(price) AS least, MAX(price) AS most, AVG(price) AS mean, SUM(price) AS total FROM bids GROUP BY auction, TO_CHAR(ts, 'YYYY-MM-DD');
