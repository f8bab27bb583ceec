-- form: insert-values
-- expect: UNSUPPORTED_INSERT
CREATE STREAM visits (visitor STRING, page STRING, at TIMESTAMP) WITH ('event.time.field' = 'at');
INSERT INTO visits (at, visitor) VALUES (TIMESTAMP '2024-01-01 00:00:00', 'ann');
SELECT visitor, page FROM visits;
