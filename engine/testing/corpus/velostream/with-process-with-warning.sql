-- form: with-late
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m) WITH ('late.data.strategy' = 'process_with_warning');
