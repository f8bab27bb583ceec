-- form: wrong-aggregates
-- expect: AGGREGATE_IN_GROUP_BY
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone, SUM(fare);
