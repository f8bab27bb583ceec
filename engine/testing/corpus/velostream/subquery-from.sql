-- form: subquery-from
-- expect: UNSUPPORTED_SUBQUERY
SELECT zone, n FROM (SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone) AS counted WHERE n > 5;
