-- form: rows-buffer-order-by
-- expect: runs
SELECT zone, RANK() OVER (ROWS WINDOW BUFFER 50 ROWS PARTITION BY zone ORDER BY fare DESC, ts) AS place FROM rides;
