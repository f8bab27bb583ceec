-- form: window-bounds
-- expect: runs
SELECT zone, window_start, window_end, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m);
