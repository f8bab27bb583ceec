-- form: semantics-option
-- expect: runs
SELECT zone, _WINDOW_START, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(ts, 5m) WITH ('semantics' = 'flink');
