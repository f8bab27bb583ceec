-- form: cumulate
-- expect: runs
SELECT zone, SUM(fare) AS so_far FROM rides GROUP BY zone WINDOW CUMULATE(60, 3600) EMIT CHANGES;
