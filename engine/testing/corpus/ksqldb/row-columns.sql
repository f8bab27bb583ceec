-- form: system-columns
-- expect: UNSUPPORTED_SYSTEM_COLUMN
SELECT ROWTIME, driver FROM rides EMIT CHANGES;
