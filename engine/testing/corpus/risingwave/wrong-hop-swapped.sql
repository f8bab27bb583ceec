-- form: wrong-window-length
-- expect: BAD_WINDOW_STEP
-- the slide comes first: here it is longer than the size
SELECT window_start, window_end, COUNT(*) AS n FROM HOP(rides, ts, INTERVAL '5 minutes', INTERVAL '1 minute') GROUP BY window_start, window_end;
