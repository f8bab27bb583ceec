-- form: names-in-having
-- expect: UNSUPPORTED_HAVING_ALIAS
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone HAVING n > 3;
