-- form: element-access
-- expect: UNSUPPORTED_PLAIN_SELECT
SELECT ARRAY[zone, driver][1] AS first FROM rides EMIT CHANGES;
