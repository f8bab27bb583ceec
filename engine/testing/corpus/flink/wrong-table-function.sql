-- form: wrong-window-kind
-- expect: SYNTAX_WINDOW_KIND
-- fixed: runs
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBEL(TABLE rides, DESCRIPTOR(ts), INTERVAL '5' SECOND)) GROUP BY window_start, window_end;
