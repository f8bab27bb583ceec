-- form: subquery-from
-- expect: runs
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE((SELECT zone, ts FROM rides WHERE fare > 5), DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
