-- form: local-day-window
-- expect: UNSUPPORTED_SETTING
SET 'table.local-time-zone' = 'Europe/Berlin';
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' DAY)) GROUP BY window_start, window_end;
