-- form: windows-of-other-engines
-- expect: runs
-- notes: WINDOW_FORM_OF_ANOTHER_ENGINE, BOUND_OF_ANOTHER_ENGINE
-- @dialect: ksqldb
SELECT zone, window_start, COUNT(*) AS n FROM TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '5' MINUTE) GROUP BY zone, window_start, window_end EMIT CHANGES;
