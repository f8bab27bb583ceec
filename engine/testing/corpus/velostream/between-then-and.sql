-- form: between
-- expect: runs
SELECT fare FROM rides WHERE fare BETWEEN 5 AND 10 AND shared OR fare BETWEEN passengers + 1 AND passengers * 2;
