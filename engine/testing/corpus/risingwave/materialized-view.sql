-- form: create-materialized-view
-- expect: runs
CREATE MATERIALIZED VIEW o AS SELECT zone, window_start, COUNT(*) AS n FROM TUMBLE(rides, ts, INTERVAL '1 minute') GROUP BY zone, window_start;
