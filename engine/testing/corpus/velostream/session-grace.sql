-- form: session-grace
-- expect: runs
SELECT driver, COUNT(*) AS n FROM rides GROUP BY driver WINDOW SESSION(30 SECONDS, GRACE PERIOD 5 SECONDS);
