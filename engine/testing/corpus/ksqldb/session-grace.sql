-- form: session-grace
-- expect: runs
SELECT driver, COUNT(*) AS n FROM rides WINDOW SESSION (30 SECONDS, GRACE PERIOD 1 MINUTE) GROUP BY driver EMIT CHANGES;
