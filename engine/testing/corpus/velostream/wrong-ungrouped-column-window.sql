-- form: wrong-aggregates
-- expect: UNGROUPED_COLUMN
SELECT driver, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(5m);
