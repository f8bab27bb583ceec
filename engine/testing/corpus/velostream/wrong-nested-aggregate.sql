-- form: wrong-aggregates
-- expect: NESTED_AGGREGATE
SELECT zone, SUM(COUNT(*)) AS n FROM rides GROUP BY zone;
