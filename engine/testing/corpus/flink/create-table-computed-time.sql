-- form: watermark-for-computed
-- expect: UNSUPPORTED_COMPUTED_COLUMN
CREATE TABLE visits (visitor STRING, seconds BIGINT, at AS TO_TIMESTAMP_LTZ(seconds, 0), WATERMARK FOR at AS at - INTERVAL '5' SECOND);
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE visits, DESCRIPTOR(at), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
