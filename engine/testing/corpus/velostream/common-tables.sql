-- form: common-table
-- expect: runs
WITH a AS (SELECT zone, fare FROM rides), b AS (SELECT zone FROM a WHERE fare > 10) SELECT * FROM b;
