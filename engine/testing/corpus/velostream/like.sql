-- form: like
-- expect: runs
SELECT fare FROM rides WHERE zone LIKE 'no%' AND driver NOT LIKE '_x%';
