-- form: demo-orders
-- expect: runs
SELECT trader, SUM(CASE WHEN side = 'SELL' THEN price * quantity ELSE -price * quantity END) OVER (ROWS WINDOW BUFFER 10000 ROWS PARTITION BY trader ORDER BY ts) AS running FROM trades;
