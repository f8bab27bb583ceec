-- form: tumbling-duration
-- expect: runs
SELECT zone, SUM(fare) AS total FROM rides GROUP BY zone WINDOW TUMBLING(30s)
