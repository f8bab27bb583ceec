-- form: arithmetic
-- expect: runs
SELECT 1 + 2 * 3 - 4 / 2 AS a, (1 + 2) * 3 AS b, -quantity * -2 AS c, 10 - 3 - 2 AS d FROM trades;
