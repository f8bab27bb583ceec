-- form: current-watermark
-- expect: runs
SELECT zone, CURRENT_WATERMARK(ts) AS wm FROM rides;
