-- form: with-watermark
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m) WITH ('watermark.strategy' = 'ascending', 'watermark.min_advance' = '0ms');
