-- form: partition-by
-- expect: UNSUPPORTED_PARTITION_BY
SELECT zone, fare FROM rides PARTITION BY zone EMIT CHANGES;
