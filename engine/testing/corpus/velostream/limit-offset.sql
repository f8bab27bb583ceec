-- form: limit
-- expect: runs
SELECT zone, fare FROM rides LIMIT 5 OFFSET 10;
