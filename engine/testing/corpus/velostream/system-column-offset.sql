-- form: system-columns
-- expect: UNSUPPORTED_SYSTEM_COLUMN
SELECT _offset AS position, zone FROM rides;
