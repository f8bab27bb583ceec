-- form: common-table
-- expect: UNSUPPORTED_COMMON_TABLE
WITH totals AS (SELECT window_start, window_end, zone, SUM(fare) AS total FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' HOUR)) GROUP BY window_start, window_end, zone)
SELECT window_start, MAX(total) AS best FROM totals GROUP BY window_start;
