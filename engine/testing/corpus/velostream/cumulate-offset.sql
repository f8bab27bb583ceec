-- form: cumulate-offset
-- expect: runs
SELECT zone, SUM(fare) AS so_far FROM rides GROUP BY zone WINDOW CUMULATE(1h, 1d, OFFSET 6h);
