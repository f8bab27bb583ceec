-- form: rows-buffer
-- expect: runs
SELECT symbol, AVG(price) OVER (ROWS WINDOW BUFFER 5 ROWS PARTITION BY symbol) AS fast, AVG(price) OVER (ROWS WINDOW BUFFER 20 ROWS PARTITION BY symbol) AS slow FROM trades;
