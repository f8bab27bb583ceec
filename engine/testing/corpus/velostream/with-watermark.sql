-- form: with-watermark
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m)
WITH ('event.time.field' = 'ts', 'watermark.strategy' = 'bounded_out_of_orderness', 'watermark.max_out_of_orderness' = '5s');
