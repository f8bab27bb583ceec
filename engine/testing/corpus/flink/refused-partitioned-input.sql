-- form: refused-table-function
-- expect: UNSUPPORTED_PARTITIONED_INPUT
SELECT zone, window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides PARTITION BY zone, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY zone, window_start, window_end;
