-- form: wrong-window-arguments
-- expect: BAD_WINDOW
SELECT COUNT(*) AS n FROM rides GROUP BY TUMBLE(ts);
