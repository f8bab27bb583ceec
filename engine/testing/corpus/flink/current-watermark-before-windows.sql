-- form: current-watermark
-- expect: runs
WITH punctual AS (SELECT * FROM rides WHERE CURRENT_WATERMARK(ts) IS NULL OR ts > CURRENT_WATERMARK(ts))
SELECT zone, window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE punctual, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY zone, window_start, window_end;
