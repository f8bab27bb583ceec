-- form: tumbling-grace
-- expect: runs
CREATE TABLE visits (visitor VARCHAR, at TIMESTAMP, WATERMARK FOR at AS at - INTERVAL '15 seconds') APPEND ONLY;
SELECT window_start, window_end, COUNT(*) AS n FROM TUMBLE(visits, at, INTERVAL '1 minute') GROUP BY window_start, window_end EMIT ON WINDOW CLOSE;
