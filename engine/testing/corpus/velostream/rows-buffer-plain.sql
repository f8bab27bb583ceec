-- form: rows-buffer
-- expect: UNSUPPORTED_OVER
SELECT driver, SUM(passengers) OVER (ROWS WINDOW BUFFER 100 ROWS) AS people FROM rides;
