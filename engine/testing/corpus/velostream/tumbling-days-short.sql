-- form: tumbling-duration
-- expect: runs
SELECT region, SUM(amount) AS revenue FROM orders GROUP BY region WINDOW TUMBLING(1d);
