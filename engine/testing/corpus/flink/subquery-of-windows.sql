-- form: subquery-from
-- expect: runs
SELECT window_start, window_end, symbol, SUM(price) AS total FROM (SELECT * FROM TABLE(TUMBLE(TABLE trades, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) WHERE price > 0) GROUP BY window_start, window_end, symbol;
