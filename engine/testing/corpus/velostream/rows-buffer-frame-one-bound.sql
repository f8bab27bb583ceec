-- form: rows-buffer-frame
-- expect: runs
SELECT device, AVG(temperature) OVER (ROWS WINDOW BUFFER 20 ROWS PARTITION BY device ORDER BY ts ROWS 4 PRECEDING) AS smooth FROM sensors;
