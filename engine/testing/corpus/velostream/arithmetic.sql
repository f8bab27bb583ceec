-- form: arithmetic
-- expect: runs
SELECT quantity + 1 AS a, quantity - 1 AS b, quantity * 2 AS c, quantity / 2 AS d, quantity % 2 AS e FROM trades;
