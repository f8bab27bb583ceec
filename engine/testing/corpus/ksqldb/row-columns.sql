-- form: system-columns
-- expect: runs
SELECT ROWTIME, driver FROM rides EMIT CHANGES;
