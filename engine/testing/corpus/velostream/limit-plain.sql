-- form: limit
-- expect: runs
SELECT zone, fare FROM rides WHERE fare > 10 LIMIT 5;
