-- form: rows-buffer
-- expect: runs
SELECT device, COUNT(*) OVER (ROWS WINDOW BUFFER 5 ROWS PARTITION BY device) AS n FROM sensors WHERE ok WITH ('event.time.field' = 'ts');
