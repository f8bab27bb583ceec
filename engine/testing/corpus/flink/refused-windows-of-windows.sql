-- form: windows-of-windows
-- expect: UNSUPPORTED_SUBQUERY
SELECT zone, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE (SELECT zone, ts FROM TABLE(HOP(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '5' MINUTE))), DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY zone, window_start, window_end;
