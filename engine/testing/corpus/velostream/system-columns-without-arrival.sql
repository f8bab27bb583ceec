-- form: system-columns
-- expect: UNSUPPORTED_SYSTEM_COLUMN
SELECT _timestamp AS arrived, zone FROM rides;
