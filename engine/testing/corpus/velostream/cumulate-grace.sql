-- form: cumulate
-- expect: runs
SELECT zone, SUM(fare) AS so_far FROM rides GROUP BY zone WINDOW CUMULATE(1m, 1h, GRACE PERIOD 5s);
