-- form: wrong-names
-- expect: ALIAS_NOT_VISIBLE
-- fixed: runs
SELECT fare * 2 AS twice FROM rides WHERE twice > 10;
