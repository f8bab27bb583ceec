-- form: wrong-window-bound
-- expect: WINDOW_MISMATCH
SELECT TUMBLE_START(ts, INTERVAL '2' MINUTE) AS opened, COUNT(*) AS n FROM rides GROUP BY TUMBLE(ts, INTERVAL '1' MINUTE);
