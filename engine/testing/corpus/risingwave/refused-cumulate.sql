-- form: cumulate
-- expect: UNSUPPORTED_CUMULATE
SELECT zone, window_start, COUNT(*) AS n FROM CUMULATE(rides, ts, INTERVAL '1 minute', INTERVAL '5 minutes') GROUP BY zone, window_start, window_end;
