-- form: flink-refuses
-- expect: UNSUPPORTED_LEAD
SELECT driver, LEAD(fare, 1) OVER (PARTITION BY driver ORDER BY ts) AS next FROM rides;
