-- form: wrong-aggregates
-- expect: GROUP_BY_CONSTANT
SELECT COUNT(*) AS n FROM rides GROUP BY 'all';
