-- form: group-by
-- expect: UNSUPPORTED_TABLE_AGGREGATE
SELECT driver, SUM(fare) AS total FROM rides GROUP BY driver EMIT CHANGES;
