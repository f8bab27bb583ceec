-- form: cumulate-offset
-- expect: UNSUPPORTED_WINDOW_KIND
SELECT zone, SUM(fare) AS so_far FROM rides GROUP BY zone WINDOW CUMULATE(1h, 1d, OFFSET 6h);
