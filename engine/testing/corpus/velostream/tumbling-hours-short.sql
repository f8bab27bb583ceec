-- form: tumbling-duration
-- expect: runs
SELECT zone, AVG(distance) AS typical FROM rides GROUP BY zone WINDOW TUMBLING(1h);
