-- form: cumulate
-- expect: UNSUPPORTED_WINDOW_KIND
SELECT zone, SUM(fare) AS so_far FROM rides GROUP BY zone WINDOW CUMULATE(1 MINUTE, 1 HOUR);
