-- form: aggregates-collect
-- expect: runs
SELECT zone, window_start, window_end, ARRAY_AGG(driver) AS drivers FROM TUMBLE(rides, ts, INTERVAL '1 minute') GROUP BY zone, window_start, window_end;
