-- form: wrong-names
-- expect: UNKNOWN_STREAM
SELECT window_start, window_end, COUNT(*) AS n FROM TUMBLE(ridez, ts, INTERVAL '5 minutes') GROUP BY window_start, window_end;
