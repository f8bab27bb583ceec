-- form: types
-- expect: runs
CREATE TABLE kinds (
  whole BIGINT, small SMALLINT, tiny TINYINT, ratio DOUBLE, single FLOAT, price DECIMAL(10, 2), word STRING, letters CHAR(3), flag BOOLEAN,
  at TIMESTAMP(3), day DATE, tags ARRAY<STRING>, counts MAP<STRING, INT>, place ROW<street STRING, city VARCHAR(20)>,
  WATERMARK FOR at AS at
);
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE kinds, DESCRIPTOR(at), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
