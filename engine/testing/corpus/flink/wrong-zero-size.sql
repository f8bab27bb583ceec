-- form: wrong-window-length
-- expect: SYNTAX_WINDOW_LENGTH
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '0' SECOND)) GROUP BY window_start, window_end;
