-- form: create-materialized-view
-- expect: UNSUPPORTED_RETRACTING_WINDOW_GROUP
CREATE MATERIALIZED VIEW o AS SELECT zone, window_start, COUNT(*) AS n FROM TUMBLE(rides, ts, INTERVAL '1 minute') GROUP BY zone, window_start;
