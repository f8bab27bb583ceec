-- form: emit-every-rows
-- expect: UNSUPPORTED_EMIT_EVERY
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone EMIT EVERY 100 ROWS;
