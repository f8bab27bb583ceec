-- form: wrong-aggregates
-- expect: UNGROUPED_COLUMN
SELECT zone, driver, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY zone EMIT CHANGES;
