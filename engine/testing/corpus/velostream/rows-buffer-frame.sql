-- form: rows-buffer-frame
-- expect: runs
SELECT device, AVG(temperature) OVER (ROWS WINDOW BUFFER 20 ROWS PARTITION BY device ORDER BY ts ROWS BETWEEN 4 PRECEDING AND CURRENT ROW) AS smooth FROM sensors;
