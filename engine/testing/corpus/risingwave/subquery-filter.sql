-- form: subquery-from
-- expect: runs
SELECT zone, twice FROM (SELECT zone, fare * 2 AS twice FROM rides WHERE fare > 1) AS s WHERE twice < 100;
