-- form: rows-buffer-functions
-- expect: runs
SELECT trader, PERCENT_RANK() OVER (ROWS WINDOW BUFFER 10 ROWS PARTITION BY symbol ORDER BY price) AS p, CUME_DIST() OVER (ROWS WINDOW BUFFER 10 ROWS PARTITION BY symbol ORDER BY price) AS c FROM trades;
