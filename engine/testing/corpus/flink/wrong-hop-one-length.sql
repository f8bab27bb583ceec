-- form: wrong-window-arguments
-- expect: SYNTAX_WINDOW_ARGUMENT
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(HOP(TABLE rides, DESCRIPTOR(ts), INTERVAL '5' SECOND)) GROUP BY window_start, window_end;
