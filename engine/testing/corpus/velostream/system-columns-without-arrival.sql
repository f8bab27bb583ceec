-- form: system-columns
-- expect: runs
SELECT _timestamp AS arrived, zone FROM rides;
