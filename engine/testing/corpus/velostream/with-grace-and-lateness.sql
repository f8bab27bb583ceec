-- form: with-late
-- expect: CONTRADICTING_OPTIONS
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m, GRACE PERIOD 5s) WITH ('watermark.allowed_lateness' = '10s');
