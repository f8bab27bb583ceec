-- form: with-options
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m) HAVING COUNT(*) > 1 EMIT CHANGES WITH ('watermark.strategy' = 'ascending', 'late.data.strategy' = 'process_all');
