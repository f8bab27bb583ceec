-- form: division
-- expect: runs
SELECT symbol, SUM(quantity) / COUNT(*) AS mean FROM trades WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY symbol EMIT CHANGES;
