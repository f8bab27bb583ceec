-- form: session-time-column
-- expect: UNSUPPORTED_WINDOW_KIND
SELECT driver, COUNT(*) AS n FROM rides GROUP BY driver WINDOW SESSION(ts, INTERVAL '4' HOUR);
