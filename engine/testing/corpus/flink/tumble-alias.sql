-- form: tumble-table-function
-- expect: runs
SELECT w.zone, w.window_start, w.window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) AS w GROUP BY w.zone, w.window_start, w.window_end;
