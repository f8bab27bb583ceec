-- form: aggregates
-- expect: runs
SELECT zone, DELTA(passengers) AS change FROM rides GROUP BY zone WINDOW TUMBLING(1m);
