-- form: top-n-window
-- expect: UNSUPPORTED_SUBQUERY
SELECT window_start, window_end, zone, total FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY total DESC) AS place FROM (
    SELECT window_start, window_end, zone, SUM(fare) AS total FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' HOUR)) GROUP BY window_start, window_end, zone
  )
) WHERE place <= 3;
