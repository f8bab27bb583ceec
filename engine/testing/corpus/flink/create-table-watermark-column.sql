-- form: create-table
-- expect: runs
CREATE TABLE auctions (
  id BIGINT,
  category BIGINT,
  ts TIMESTAMP(3),
  expires TIMESTAMP(3),
  WATERMARK FOR ts AS expires
) WITH ('connector' = 'kafka');
SELECT category, window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE auctions, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY category, window_start, window_end;
