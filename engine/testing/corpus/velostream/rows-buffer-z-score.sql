-- form: rows-buffer
-- expect: runs
SELECT device, (temperature - AVG(temperature) OVER (ROWS WINDOW BUFFER 50 ROWS PARTITION BY device)) / STDDEV(temperature) OVER (ROWS WINDOW BUFFER 50 ROWS PARTITION BY device) AS z FROM sensors;
