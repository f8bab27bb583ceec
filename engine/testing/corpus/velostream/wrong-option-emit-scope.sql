-- form: wrong-options
-- expect: CONTRADICTING_OPTIONS
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m) EMIT FINAL WITH ('emit.scope' = 'window');
