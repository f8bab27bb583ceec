-- form: functions-time
-- expect: runs
SELECT window_start, window_end, MAX(TIMESTAMPDIFF(SECOND, ts, ordered_at)) AS wait FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
