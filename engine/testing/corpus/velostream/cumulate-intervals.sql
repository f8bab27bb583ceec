-- form: cumulate
-- expect: runs
SELECT zone, SUM(fare) AS so_far FROM rides GROUP BY zone WINDOW CUMULATE(INTERVAL '1' MINUTE, INTERVAL '1' HOUR);
