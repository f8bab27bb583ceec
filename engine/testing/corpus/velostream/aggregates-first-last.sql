-- form: aggregates
-- expect: runs
SELECT symbol, FIRST_VALUE(price) AS open, MAX(price) AS high, MIN(price) AS low, LAST_VALUE(price) AS close, SUM(quantity) AS volume FROM trades GROUP BY symbol WINDOW TUMBLING(1s);
