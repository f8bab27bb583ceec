-- form: windows-of-other-engines
-- expect: runs
-- notes: WINDOW_FORM_OF_ANOTHER_ENGINE, BOUND_OF_ANOTHER_ENGINE
-- @dialect: flink
SELECT zone, _WINDOW_START, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(ts, 5m);
