-- form: over-rows
-- expect: UNSUPPORTED_OVER
-- @dialect: ksqldb
SELECT driver, SUM(fare) OVER (PARTITION BY driver ORDER BY ts) AS earned FROM rides EMIT CHANGES;
