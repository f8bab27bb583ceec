-- form: wrong-aggregates
-- expect: UNGROUPED_COLUMN
SELECT zone, fare, window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '5' SECOND)) GROUP BY zone, window_start, window_end;
