-- form: current-watermark
-- expect: runs
SELECT ride_id, ts, CURRENT_WATERMARK(ts) AS wm FROM rides WHERE ts <= CURRENT_WATERMARK(ts);
