-- form: literals
-- expect: runs
SELECT 1 AS a, 1.50 AS b, .5 AS c, 2e3 AS d, 1.5E-3 AS e, -7 AS f, +7 AS g, -1.5 AS h FROM rides;
