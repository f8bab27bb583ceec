-- form: session-group-function
-- expect: runs
SELECT driver, SESSION_START(ts, INTERVAL '30' SECOND) AS opened, COUNT(*) AS n FROM rides GROUP BY driver, SESSION(ts, INTERVAL '30' SECOND);
