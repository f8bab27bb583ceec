-- form: flink-refuses
-- expect: UNSUPPORTED_ENDLESS_SORT
SELECT zone, fare FROM rides ORDER BY fare;
