-- form: rows-buffer-frame
-- expect: runs
SELECT device, MAX(temperature) OVER (ROWS WINDOW BUFFER 200 ROWS PARTITION BY device ORDER BY ts RANGE BETWEEN INTERVAL '1' MINUTE PRECEDING AND CURRENT ROW) AS peak FROM sensors;
