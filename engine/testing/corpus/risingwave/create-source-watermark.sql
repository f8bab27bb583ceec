-- form: watermark-for
-- expect: runs
CREATE SOURCE visits (visitor VARCHAR, page VARCHAR, at TIMESTAMP, WATERMARK FOR at AS at - INTERVAL '5 seconds') WITH (connector = 'kafka', topic = 'visits') FORMAT PLAIN ENCODE JSON;
SELECT page, window_start, window_end, COUNT(*) AS n FROM TUMBLE(visits, at, INTERVAL '1 minute') GROUP BY page, window_start, window_end;
