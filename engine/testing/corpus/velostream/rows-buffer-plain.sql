-- form: rows-buffer
-- expect: runs
SELECT driver, SUM(passengers) OVER (ROWS WINDOW BUFFER 100 ROWS) AS people FROM rides;
