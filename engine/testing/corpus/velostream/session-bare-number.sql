-- form: session
-- expect: UNSUPPORTED_WINDOW_KIND
SELECT driver, COUNT(*) AS n FROM rides GROUP BY driver WINDOW SESSION(30);
