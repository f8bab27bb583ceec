-- form: hopping
-- expect: runs
SELECT COUNT(*) AS n FROM trades WINDOW SLIDING(10m, 5m) EMIT CHANGES;
