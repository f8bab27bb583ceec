-- form: create-materialized-view
-- expect: runs
CREATE MATERIALIZED VIEW IF NOT EXISTS o AS SELECT zone, window_start, window_end, COUNT(*) AS n FROM TUMBLE(rides, ts, INTERVAL '1 minute') GROUP BY zone, window_start, window_end EMIT ON WINDOW CLOSE;
