-- form: insert-values
-- expect: UNSUPPORTED_INSERT
CREATE TABLE visits (visitor STRING, at TIMESTAMP(3), WATERMARK FOR at AS at);
INSERT INTO visits VALUES ('ann', TIMESTAMP '2024-01-01 00:00:00');
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE visits, DESCRIPTOR(at), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
