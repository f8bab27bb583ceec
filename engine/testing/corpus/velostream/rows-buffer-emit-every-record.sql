-- form: rows-buffer-emit
-- expect: runs
SELECT device, AVG(pressure) OVER (ROWS WINDOW BUFFER 5 ROWS PARTITION BY device EMIT EVERY RECORD) AS p FROM sensors;
