-- form: common-table
-- expect: runs
WITH dear AS (SELECT zone, fare, ts FROM rides WHERE fare > 50)
SELECT zone, window_start, window_end, SUM(fare) AS earned FROM TABLE(TUMBLE(TABLE dear, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY zone, window_start, window_end;
