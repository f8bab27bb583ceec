-- form: count-distinct
-- expect: runs
SELECT window_start, window_end, COUNT(DISTINCT driver) AS drivers FROM TUMBLE(rides, ts, INTERVAL '1 minute') GROUP BY window_start, window_end;
