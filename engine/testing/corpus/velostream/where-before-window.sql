-- form: where
-- expect: runs
SELECT symbol, COUNT(*) AS n FROM trades WHERE price > 200 GROUP BY symbol WINDOW TUMBLING(1m);
