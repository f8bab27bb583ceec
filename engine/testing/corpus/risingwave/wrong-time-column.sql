-- form: wrong-names
-- expect: UNKNOWN_COLUMN
SELECT window_start, window_end, COUNT(*) AS n FROM TUMBLE(rides, tss, INTERVAL '5 minutes') GROUP BY window_start, window_end;
