-- form: tumble-table-function
-- expect: runs
SELECT window_start, window_end, SUM(fare) AS total FROM TABLE(TUMBLE(rides, DESCRIPTOR(ts), INTERVAL '10' MINUTE)) GROUP BY window_start, window_end;
