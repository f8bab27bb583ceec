-- form: with-emit
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m) EMIT CHANGES WITH ('emit.scope' = 'window', 'emit.final_marker' = 'true');
