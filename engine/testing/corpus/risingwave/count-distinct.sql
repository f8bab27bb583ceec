-- form: count-distinct
-- expect: UNSUPPORTED_PRESET
-- expect-under-velostream: runs
SELECT window_start, window_end, COUNT(DISTINCT driver) AS drivers FROM TUMBLE(rides, ts, INTERVAL '1 minute') GROUP BY window_start, window_end;
