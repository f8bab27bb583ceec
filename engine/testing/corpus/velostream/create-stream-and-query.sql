-- form: create-stream
-- expect: runs
CREATE STREAM visits (visitor STRING, page STRING NOT NULL, at TIMESTAMP) WITH ('event.time.field' = 'at', 'watermark.max_out_of_orderness' = '2s');
SELECT page, COUNT(*) AS n FROM visits GROUP BY page WINDOW TUMBLING(1m);
