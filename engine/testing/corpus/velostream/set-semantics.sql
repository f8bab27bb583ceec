-- form: with-semantics
-- expect: runs
SET 'semantics' = 'flink';
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m) WITH ('semantics' = 'velostream');
