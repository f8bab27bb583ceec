-- form: tumbling-without-key
-- expect: runs
SELECT COUNT(*) AS n, SUM(fare) AS total FROM rides WINDOW TUMBLING(5m);
