-- form: emit-on-window-close
-- expect: NO_WATERMARK_DECLARED
CREATE TABLE visits (visitor VARCHAR, at TIMESTAMP);
CREATE MATERIALIZED VIEW v AS SELECT visitor, window_start, COUNT(*) AS n FROM TUMBLE(visits, at, INTERVAL '5 minutes') GROUP BY visitor, window_start EMIT ON WINDOW CLOSE;
