-- form: session
-- expect: runs
SELECT driver, COUNT(*) AS n FROM rides WINDOW SESSION (30 SECONDS) GROUP BY driver EMIT CHANGES;
