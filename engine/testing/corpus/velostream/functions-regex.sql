-- form: functions-regex
-- expect: runs
SELECT REGEXP(url, '^https?://') AS web, REGEXP_REPLACE(url, '[0-9]+', '#', 'gi') AS shape FROM bids;
