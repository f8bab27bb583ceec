-- form: create-table
-- expect: runs
CREATE TABLE visits (
  visitor STRING,
  page STRING,
  at TIMESTAMP(3),
  WATERMARK FOR at AS at - INTERVAL '5' SECOND
) WITH ('connector' = 'kafka', 'topic' = 'visits', 'format' = 'json');
SELECT page, window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE visits, DESCRIPTOR(at), INTERVAL '1' MINUTE)) GROUP BY page, window_start, window_end;
