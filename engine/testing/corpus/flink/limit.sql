-- form: limit
-- expect: runs
SELECT zone, fare FROM rides LIMIT 10;
