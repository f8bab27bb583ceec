-- form: create-stream
-- expect: runs
CREATE STREAM IF NOT EXISTS visits (visitor VARCHAR, page VARCHAR, at TIMESTAMP) WITH (kafka_topic='visits', value_format='json', timestamp='at');
SELECT page, COUNT(*) AS n FROM visits WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY page EMIT CHANGES;
