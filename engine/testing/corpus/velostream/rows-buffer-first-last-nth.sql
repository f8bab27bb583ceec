-- form: rows-buffer-functions
-- expect: runs
SELECT symbol, FIRST_VALUE(price) OVER (ROWS WINDOW BUFFER 3 ROWS PARTITION BY symbol) AS a, LAST_VALUE(price) OVER (ROWS WINDOW BUFFER 3 ROWS PARTITION BY symbol) AS c, NTH_VALUE(price, 2) OVER (ROWS WINDOW BUFFER 3 ROWS PARTITION BY symbol) AS b FROM trades;
