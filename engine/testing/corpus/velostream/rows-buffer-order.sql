-- form: rows-buffer-order-by
-- expect: runs
SELECT zone, AVG(fare) OVER (ROWS WINDOW BUFFER 10 ROWS PARTITION BY zone ORDER BY ts) AS recent FROM rides;
