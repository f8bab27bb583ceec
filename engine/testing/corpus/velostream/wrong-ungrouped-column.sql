-- form: wrong-aggregates
-- expect: UNGROUPED_COLUMN
SELECT zone, driver, COUNT(*) AS n FROM rides GROUP BY zone;
