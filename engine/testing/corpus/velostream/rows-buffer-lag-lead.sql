-- form: rows-buffer-functions
-- expect: runs
SELECT driver, LAG(fare, 1) OVER (ROWS WINDOW BUFFER 2 ROWS PARTITION BY driver ORDER BY ts) AS before, LEAD(fare, 1, 0) OVER (ROWS WINDOW BUFFER 2 ROWS PARTITION BY driver ORDER BY ts) AS after FROM rides;
