-- form: rows-buffer
-- expect: UNSUPPORTED_ROWS_BUFFER
-- @dialect: flink
SELECT driver, AVG(fare) OVER (ROWS WINDOW BUFFER 10 ROWS PARTITION BY driver ORDER BY ts) AS fare FROM rides;
