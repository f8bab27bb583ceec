-- form: limit
-- expect: runs
SELECT zone, fare FROM rides FETCH FIRST 3 ROWS ONLY;
