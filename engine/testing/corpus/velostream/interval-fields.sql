-- form: interval-fields
-- expect: runs
SELECT ts + INTERVAL '1 02:03' DAY TO MINUTE AS later FROM rides;
