-- form: wrong-options
-- expect: CONTRADICTING_OPTIONS
SELECT region, COUNT(*) AS n FROM orders GROUP BY region WINDOW TUMBLING(ordered_at, 1h) WITH ('event.time.field' = 'ts');
