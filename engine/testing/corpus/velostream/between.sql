-- form: between
-- expect: runs
SELECT fare FROM rides WHERE fare BETWEEN 5 AND 10.5 AND passengers NOT BETWEEN 2 AND 3;
