-- form: view-read
-- expect: runs
CREATE VIEW dear AS SELECT zone, fare, ts FROM rides WHERE fare > 50;
CREATE MATERIALIZED VIEW counts AS SELECT zone, window_start, COUNT(*) AS n FROM TUMBLE(dear, ts, INTERVAL '5 minutes') GROUP BY zone, window_start;
