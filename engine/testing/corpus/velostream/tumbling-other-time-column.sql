-- form: tumbling-time-column
-- expect: runs
SELECT region, COUNT(*) AS n FROM orders GROUP BY region WINDOW TUMBLING(ordered_at, 1h);
