-- form: limit
-- expect: UNSUPPORTED_CHANGING_LIMIT
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone LIMIT 3;
