-- form: with-watermark
-- expect: runs
SELECT region, COUNT(*) AS n FROM orders GROUP BY region WINDOW TUMBLING(1m) WITH ('watermark.scope' = 'source');
