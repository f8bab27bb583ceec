-- form: window-bounds
-- expect: runs
SELECT zone, _window_start AS opened, _window_end AS closed, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m);
