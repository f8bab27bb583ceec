-- form: create-stream
-- expect: runs
CREATE SOURCE STREAM visits (visitor STRING KEY, page STRING HEADERS) WITH (KAFKA_TOPIC = 'visits', VALUE_FORMAT = 'JSON');
SELECT page, COUNT(*) AS n FROM visits WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY page EMIT CHANGES;
