-- form: like
-- expect: runs
SELECT fare FROM rides WHERE zone ILIKE 'NO%';
