-- form: group-by
-- expect: runs
SELECT driver, SUM(fare) AS total FROM rides GROUP BY driver EMIT CHANGES;
