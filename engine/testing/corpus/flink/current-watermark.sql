-- form: current-watermark
-- expect: runs
SELECT zone, CURRENT_WATERMARK(ts) AS wm FROM rides WHERE CURRENT_WATERMARK(ts) IS NULL OR ts > CURRENT_WATERMARK(ts);
