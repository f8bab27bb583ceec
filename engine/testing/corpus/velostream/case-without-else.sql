-- form: case
-- expect: runs
SELECT CASE WHEN shared THEN fare / 2 END AS half FROM rides;
