-- form: aggregates-percentile
-- expect: runs
SELECT window_start, window_end, PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY distance) AS middle FROM TUMBLE(rides, ts, INTERVAL '1 minute') GROUP BY window_start, window_end;
