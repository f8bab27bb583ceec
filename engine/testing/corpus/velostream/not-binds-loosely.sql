-- form: logic
-- expect: runs
SELECT fare FROM rides WHERE NOT fare = 5 AND shared OR NOT shared;
