-- form: emit-changes
-- expect: runs
SELECT driver, SUM(fare) AS total FROM rides GROUP BY driver EMIT CHANGES;
