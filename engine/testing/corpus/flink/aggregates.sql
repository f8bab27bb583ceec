-- form: aggregates
-- expect: runs
SELECT window_start, window_end, COUNT(*) AS a, SUM(quantity) AS b, AVG(price) AS c, MIN(price) AS d, MAX(price) AS e, FIRST_VALUE(price) AS f, LAST_VALUE(price) AS g FROM TABLE(TUMBLE(TABLE trades, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
