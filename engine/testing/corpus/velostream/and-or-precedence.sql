-- form: logic
-- expect: runs
SELECT fare FROM rides WHERE fare > 1 OR fare < 0 AND NOT shared;
