-- form: emit-final
-- expect: runs
-- notes: EMIT_OF_ANOTHER_ENGINE
SELECT zone, window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY zone, window_start, window_end EMIT FINAL;
