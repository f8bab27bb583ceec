-- form: session-time-column
-- expect: runs
SELECT driver, COUNT(*) AS n FROM rides GROUP BY driver WINDOW SESSION(ts, 30s);
