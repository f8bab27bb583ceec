-- form: tumbling-time-column
-- expect: runs
SELECT region, COUNT(*) AS n FROM orders GROUP BY region WINDOW TUMBLING(_event_time, 1h);
