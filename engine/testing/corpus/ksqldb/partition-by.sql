-- form: partition-by
-- expect: UNSUPPORTED_PLAIN_SELECT
SELECT zone, fare FROM rides PARTITION BY zone EMIT CHANGES;
