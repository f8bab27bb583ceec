-- form: create-table
-- expect: runs
CREATE TEMPORARY TABLE visits (visitor STRING COMMENT 'who', at TIMESTAMP(3), WATERMARK FOR at AS at - INTERVAL '1' SECOND) COMMENT 'visits of a page' PARTITIONED BY (visitor) WITH ('connector' = 'filesystem');
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE visits, DESCRIPTOR(at), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
