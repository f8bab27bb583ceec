-- form: nexmark-filters-by-channel
-- expect: runs
SELECT channel, TO_CHAR(ts, 'YYYY-MM-DD') AS day, MAX(TO_CHAR(ts, 'HH24:MI')) AS minute, COUNT(*) AS n, COUNT(DISTINCT bidder) FILTER (WHERE price < 10000) AS poor FROM bids GROUP BY channel, TO_CHAR(ts, 'YYYY-MM-DD');
