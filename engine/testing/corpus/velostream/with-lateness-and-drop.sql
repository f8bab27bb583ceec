-- form: with-late
-- expect: runs
-- notes: LATENESS_WITHOUT_EFFECT
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m) WITH ('watermark.allowed_lateness' = '10s', 'late.data.strategy' = 'drop');
