-- form: emit-every-interval
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m) EMIT EVERY INTERVAL '10' SECOND;
