-- form: rows-buffer
-- expect: runs
SELECT driver, fare, AVG(fare) OVER (ROWS WINDOW BUFFER 10 ROWS PARTITION BY driver) AS recent FROM rides;
