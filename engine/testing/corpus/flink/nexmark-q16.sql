-- form: nexmark-filters-by-channel
-- expect: runs
SELECT channel, DATE_FORMAT(ts, 'yyyy-MM-dd') AS day, MAX(DATE_FORMAT(ts, 'HH:mm')) AS minute, COUNT(*) AS n, COUNT(DISTINCT bidder) FILTER (WHERE price >= 1000000) AS rich FROM bids GROUP BY channel, DATE_FORMAT(ts, 'yyyy-MM-dd');
