-- form: watermark-definition
-- expect: UNSUPPORTED_WATERMARK_TYPE
CREATE TABLE kinds (whole BIGINT, word STRING, WATERMARK FOR whole AS whole) WITH ('connector' = 'kafka', 'topic' = 'kinds');
SELECT word, whole FROM kinds;
