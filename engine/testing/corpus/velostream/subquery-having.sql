-- form: subquery-having
-- expect: UNSUPPORTED_SUBQUERY
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone HAVING COUNT(*) > (SELECT COUNT(*) FROM tips);
