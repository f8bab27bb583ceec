-- form: insert-values
-- expect: UNSUPPORTED_INSERT
CREATE STREAM visits (visitor STRING, page STRING) WITH (KAFKA_TOPIC = 'visits', VALUE_FORMAT = 'JSON');
INSERT INTO visits (visitor, page) VALUES ('ann', '/home');
SELECT page, COUNT(*) AS n FROM visits WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY page EMIT CHANGES;
