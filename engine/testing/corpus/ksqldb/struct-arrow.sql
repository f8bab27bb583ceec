-- form: field-access
-- expect: runs
CREATE STREAM clicks (visitor STRING KEY, page STRUCT<host STRING, path STRING>) WITH (KAFKA_TOPIC = 'visits', VALUE_FORMAT = 'JSON');
SELECT page->host AS host, COUNT(*) AS n FROM clicks WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY page->host EMIT CHANGES;
