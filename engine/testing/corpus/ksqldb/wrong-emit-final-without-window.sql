-- form: emit-final
-- expect: UNSUPPORTED_EMIT_FINAL
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone EMIT FINAL;
