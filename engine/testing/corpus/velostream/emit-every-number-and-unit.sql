-- form: emit-every-interval
-- expect: UNSUPPORTED_EMIT_EVERY
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m) EMIT EVERY 10 SECONDS;
