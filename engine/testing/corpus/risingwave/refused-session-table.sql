-- form: session-table-function
-- expect: UNSUPPORTED_SESSION_TABLE
SELECT driver, window_start, COUNT(*) AS n FROM SESSION(rides, ts, INTERVAL '30 seconds') GROUP BY driver, window_start;
