-- form: view-read
-- expect: runs
CREATE TEMPORARY VIEW dear AS SELECT zone, fare, ts FROM rides WHERE fare > 50;
SELECT zone, window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE dear, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY zone, window_start, window_end;
