-- form: rows-buffer
-- expect: UNSUPPORTED_OVER
SELECT device, (temperature - AVG(temperature) OVER (ROWS WINDOW BUFFER 50 ROWS PARTITION BY device)) / STDDEV(temperature) OVER (ROWS WINDOW BUFFER 50 ROWS PARTITION BY device) AS z FROM sensors;
