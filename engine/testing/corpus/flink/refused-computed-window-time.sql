-- form: computed-window-time
-- expect: UNSUPPORTED_COMPUTED_TIME
WITH later AS (SELECT zone, ts + INTERVAL '1' HOUR AS ts FROM rides)
SELECT zone, window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE later, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY zone, window_start, window_end;
