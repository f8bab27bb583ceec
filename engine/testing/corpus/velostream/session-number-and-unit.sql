-- form: session
-- expect: runs
SELECT driver, COUNT(*) AS n FROM rides GROUP BY driver WINDOW SESSION(30 SECONDS);
