-- form: create-table
-- expect: runs
CREATE TABLE visits (visitor VARCHAR, at TIMESTAMP, WATERMARK FOR at AS at - INTERVAL '5' SECOND) APPEND ONLY;
SELECT window_start, window_end, COUNT(*) AS n FROM TUMBLE(visits, at, INTERVAL '1 minute') GROUP BY window_start, window_end;
