-- form: create-table
-- expect: runs
CREATE TABLE visits (visitor STRING, at TIMESTAMP(3), PRIMARY KEY (visitor) NOT ENFORCED, WATERMARK FOR at AS at - INTERVAL '1' SECOND);
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE visits, DESCRIPTOR(at), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
