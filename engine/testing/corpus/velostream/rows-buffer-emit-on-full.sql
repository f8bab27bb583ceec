-- form: rows-buffer-emit
-- expect: runs
SELECT device, AVG(pressure) OVER (ROWS WINDOW BUFFER 5 ROWS PARTITION BY device EMIT ON BUFFER FULL) AS p FROM sensors;
