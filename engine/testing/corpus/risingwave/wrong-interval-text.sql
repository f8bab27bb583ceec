-- form: wrong-duration
-- expect: SYNTAX_DURATION
SELECT window_start, window_end, COUNT(*) AS n FROM TUMBLE(rides, ts, INTERVAL 'five minutes') GROUP BY window_start, window_end;
