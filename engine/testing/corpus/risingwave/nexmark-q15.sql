-- form: nexmark-filters-by-day
-- expect: runs
SELECT TO_CHAR(ts, 'yyyy-MM-dd') AS day, COUNT(*) AS n, COUNT(*) FILTER (WHERE price < 10000) AS low, COUNT(DISTINCT bidder) FILTER (WHERE price >= 1000000) AS rich FROM bids GROUP BY TO_CHAR(ts, 'yyyy-MM-dd');
