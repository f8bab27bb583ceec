-- form: keywords
-- expect: runs
SELECT zone AS value, driver AS size, fare AS "order" FROM rides AS stream;
