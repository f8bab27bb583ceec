-- form: create-stream
-- expect: runs
CREATE OR REPLACE STREAM visits (visitor VARCHAR, page VARCHAR) WITH (kafka_topic='visits', value_format='json');
SELECT page, COUNT(*) AS n FROM visits WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY page EMIT CHANGES;
