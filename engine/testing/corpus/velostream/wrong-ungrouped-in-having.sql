-- form: wrong-aggregates
-- expect: UNGROUPED_COLUMN
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone HAVING fare > 5;
