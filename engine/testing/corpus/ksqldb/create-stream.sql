-- form: create-stream
-- expect: runs
CREATE STREAM visits (visitor STRING KEY, page STRING, at TIMESTAMP) WITH (KAFKA_TOPIC = 'visits', VALUE_FORMAT = 'JSON', TIMESTAMP = 'at', PARTITIONS = 2);
SELECT page, COUNT(*) AS n FROM visits WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY page EMIT CHANGES;
