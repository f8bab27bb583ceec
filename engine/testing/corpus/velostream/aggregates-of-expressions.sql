-- form: aggregates
-- expect: runs
SELECT symbol, SUM(price * quantity) / SUM(quantity) AS vwap, MAX(price) - MIN(price) AS span FROM trades GROUP BY symbol WINDOW TUMBLING(1m);
