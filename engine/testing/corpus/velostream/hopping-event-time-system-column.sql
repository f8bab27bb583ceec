-- form: hopping-time-column
-- expect: runs
SELECT symbol, MAX(quantity) AS spike, AVG(quantity) AS usual FROM trades GROUP BY symbol WINDOW SLIDING(_event_time, 5m, 1m);
