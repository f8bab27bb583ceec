-- form: with-watermark
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m) WITH ('watermark.idle_timeout' = '30s', 'watermark.scope' = 'global', 'watermark.max_future_skew' = '1h');
