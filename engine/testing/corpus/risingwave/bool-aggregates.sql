-- form: aggregates
-- expect: runs
SELECT zone, window_start, window_end, BOOL_AND(shared) AS all_shared, BOOL_OR(shared) AS any_shared FROM TUMBLE(rides, ts, INTERVAL '1 minute') GROUP BY zone, window_start, window_end;
