-- form: demo-social
-- expect: runs
SELECT CASE WHEN url LIKE '%down%' THEN 'outage' ELSE 'other' END AS topic, COUNT(*) AS n FROM bids GROUP BY CASE WHEN url LIKE '%down%' THEN 'outage' ELSE 'other' END WINDOW TUMBLING(5m) HAVING COUNT(*) > 100;
