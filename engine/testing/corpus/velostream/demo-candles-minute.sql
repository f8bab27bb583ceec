-- form: demo-market
-- expect: runs
SELECT symbol, FIRST_VALUE(price) AS open, MAX(price) AS high, MIN(price) AS low, LAST_VALUE(price) AS close, SUM(quantity) AS volume, COUNT(*) AS deals
FROM trades GROUP BY symbol WINDOW TUMBLING(ts, INTERVAL '1' MINUTE) EMIT CHANGES;
