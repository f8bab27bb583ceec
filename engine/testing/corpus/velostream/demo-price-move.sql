-- form: demo-market
-- expect: runs
SELECT symbol, price,
  CASE
    WHEN ABS(price - LAG(price, 1) OVER (ROWS WINDOW BUFFER 100 ROWS PARTITION BY symbol ORDER BY ts)) / price > 0.05 THEN 'large'
    WHEN STDDEV(price) OVER (ROWS WINDOW BUFFER 100 ROWS PARTITION BY symbol ORDER BY ts) > 2 THEN 'restless'
    ELSE 'calm'
  END AS move
FROM trades;
