-- form: wrong-aggregates
-- expect: AGGREGATE_IN_WHERE
SELECT zone, COUNT(*) AS n FROM rides WHERE COUNT(*) > 5 GROUP BY zone;
