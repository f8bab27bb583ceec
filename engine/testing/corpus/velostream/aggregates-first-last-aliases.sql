-- form: aggregates
-- expect: runs
SELECT symbol, FIRST(price) AS open, LAST(price) AS close FROM trades GROUP BY symbol WINDOW TUMBLING(1s);
