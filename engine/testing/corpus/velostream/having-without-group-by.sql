-- form: having
-- expect: runs
SELECT COUNT(*) AS n FROM trades HAVING COUNT(*) > 10;
