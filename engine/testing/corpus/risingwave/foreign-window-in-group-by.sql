-- form: windows-of-other-engines
-- expect: runs
-- notes: WINDOW_FORM_OF_ANOTHER_ENGINE
CREATE MATERIALIZED VIEW counts AS SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone, TUMBLE(ts, INTERVAL '5 minutes');
