-- form: rows-buffer-expire
-- expect: runs
SELECT device, COUNT(*) OVER (ROWS WINDOW BUFFER 5 ROWS PARTITION BY device EXPIRE AFTER NEVER) AS n FROM sensors;
