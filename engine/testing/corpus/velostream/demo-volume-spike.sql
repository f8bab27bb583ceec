-- form: demo-market
-- expect: runs
SELECT symbol, AVG(quantity) AS usual, MAX(quantity) AS most
FROM trades GROUP BY symbol WINDOW SLIDING(_event_time, 5m, 1m)
HAVING MAX(quantity) > 5 * AVG(quantity) OR MAX(quantity) - AVG(quantity) > 2 * STDDEV(quantity)
EMIT CHANGES;
