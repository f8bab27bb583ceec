-- form: element-access
-- expect: runs
SELECT ARRAY[zone, driver][1] AS first FROM rides EMIT CHANGES;
