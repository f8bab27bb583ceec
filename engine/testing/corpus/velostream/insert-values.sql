-- form: insert-values
-- expect: UNSUPPORTED_INSERT
CREATE STREAM visits (visitor STRING, at TIMESTAMP) WITH ('event.time.field' = 'at');
INSERT INTO visits VALUES ('ann', TIMESTAMP '2024-01-01 00:00:00'), ('ben', TIMESTAMP '2024-01-01 00:00:05');
SELECT visitor, COUNT(*) AS n FROM visits GROUP BY visitor WINDOW TUMBLING(1m);
