-- form: insert-values
-- expect: UNSUPPORTED_INSERT
CREATE TABLE visits (visitor VARCHAR, at TIMESTAMP);
INSERT INTO visits VALUES ('ann', '2024-01-01 00:00:00'), ('ben', '2024-01-01 00:00:09');
SELECT window_start, window_end, COUNT(*) AS n FROM TUMBLE(visits, at, INTERVAL '1 minute') GROUP BY window_start, window_end;
