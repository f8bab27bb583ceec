-- form: create-stream-as
-- expect: UNSUPPORTED_PARTITION_BY
CREATE STREAM dear WITH (KAFKA_TOPIC = 'dear', PARTITIONS = 4) AS SELECT zone, fare FROM rides WHERE fare > 50 PARTITION BY zone EMIT CHANGES;
