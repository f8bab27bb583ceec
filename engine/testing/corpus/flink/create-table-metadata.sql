-- form: create-table
-- expect: UNSUPPORTED_METADATA_COLUMN
CREATE TABLE visits (visitor STRING, arrived TIMESTAMP(3) METADATA FROM 'timestamp', at TIMESTAMP(3), WATERMARK FOR at AS at);
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE visits, DESCRIPTOR(at), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
