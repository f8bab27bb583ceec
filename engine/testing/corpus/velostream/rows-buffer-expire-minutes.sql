-- form: rows-buffer-expire
-- expect: runs
SELECT device, COUNT(*) OVER (ROWS WINDOW BUFFER 5 ROWS PARTITION BY device EXPIRE AFTER INTERVAL '5' MINUTE INACTIVITY) AS n FROM sensors;
