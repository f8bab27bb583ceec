-- form: tumbling-duration
-- expect: runs
SELECT region, COUNT(*) AS n FROM orders GROUP BY region WINDOW TUMBLING(2w);
