-- form: window-number
-- expect: UNSUPPORTED_WINDOW_NUMBER
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW SLIDING(ts, 30d, 1s);
