-- form: cumulate
-- expect: UNSUPPORTED_WINDOW_KIND
SELECT zone, SUM(fare) AS so_far FROM rides GROUP BY zone WINDOW CUMULATE(60, 3600) EMIT CHANGES;
