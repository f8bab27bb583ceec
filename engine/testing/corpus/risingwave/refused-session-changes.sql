-- form: session-changes
-- expect: UNSUPPORTED_SESSION_CHANGES
-- @dialect: risingwave
SELECT driver, COUNT(*) AS n FROM rides GROUP BY driver, SESSION(ts, INTERVAL '30 seconds');
