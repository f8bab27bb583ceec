-- form: tumble-table-function
-- expect: runs
SELECT w.zone, w.window_start, w.window_end, COUNT(*) AS n FROM TUMBLE(rides, ts, INTERVAL '1 minute') AS w GROUP BY w.zone, w.window_start, w.window_end;
