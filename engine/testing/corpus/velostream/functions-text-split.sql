-- form: functions-text
-- expect: runs
SELECT SPLIT_PART(url, '/', 3) AS host, POSITION('a', url) AS at, POSITION('a', url, 2) AS next FROM bids;
