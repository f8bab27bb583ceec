-- form: wrong-types
-- expect: TYPE_MISMATCH
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone HAVING COUNT(*);
