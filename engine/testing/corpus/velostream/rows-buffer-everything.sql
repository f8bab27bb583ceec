-- form: rows-buffer
-- expect: runs
SELECT symbol, price,
  LAG(price, 1) OVER (
    ROWS WINDOW BUFFER 100 ROWS
    PARTITION BY symbol, exchange
    ORDER BY ts
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    EMIT EVERY RECORD
    EXPIRE AFTER INTERVAL '5' MINUTE INACTIVITY
  ) AS before
FROM trades;
