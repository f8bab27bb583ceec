-- form: emit-final
-- expect: UNSUPPORTED_TABLE_AGGREGATE
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone EMIT FINAL;
