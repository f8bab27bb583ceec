-- form: aggregates
-- expect: runs
SELECT window_start, window_end, LISTAGG(driver, ',') AS drivers FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;
