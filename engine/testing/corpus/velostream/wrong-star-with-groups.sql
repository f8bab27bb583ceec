-- form: wrong-aggregates
-- expect: STAR_WITH_GROUPS
SELECT *, COUNT(*) AS n FROM rides GROUP BY zone;
