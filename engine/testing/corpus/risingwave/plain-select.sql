-- form: plain-select
-- expect: runs
SELECT zone, fare FROM rides WHERE fare > 5;
