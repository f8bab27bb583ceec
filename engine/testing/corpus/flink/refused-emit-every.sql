-- form: emit-every-rows
-- expect: UNSUPPORTED_EMIT_EVERY
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone, TUMBLE(ts, INTERVAL '5' MINUTE) EMIT EVERY 10 ROWS;
