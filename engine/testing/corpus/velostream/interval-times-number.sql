-- form: interval
-- expect: runs
SELECT ts + INTERVAL '1' MINUTE * 5 AS later FROM rides;
