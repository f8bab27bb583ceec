-- form: flink-refuses
-- expect: UNSUPPORTED_PLAIN_SELECT
SELECT zone, fare FROM rides ORDER BY fare;
